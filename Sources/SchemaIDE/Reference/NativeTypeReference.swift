import SchemaModel

/// A page about a native type of one database.
public struct NativeTypeReference: Sendable {
  /// The page; its name has no prefix.
  public let entry: ReferenceEntry
  /// What the language knows of it.
  public let type: NativeType
  /// The database's own name of the type, without arguments.
  public let sqlName: String
  /// Its arguments.
  public let parameters: [ReferenceParameter]

  /// How the attribute is written.
  ///
  /// - Parameter prefix: the name of the datasource.
  public func signature(prefix: String) -> ReferenceSignature {
    ReferenceSignature(name: "@\(prefix).\(type.name)", parameters: parameters)
  }

  /// The database's type with these arguments, as text: `varchar(191)`.
  public func sqlType(arguments: [String]) -> String {
    arguments.isEmpty ? sqlName : "\(sqlName)(\(arguments.joined(separator: ", ")))"
  }

  init(_ type: NativeType, on connector: Connector, words: NativeTypeWords) {
    self.type = type
    sqlName = words.sql
    parameters = Self.parameters(of: type)
    let fields = type.scalars.map { "`\($0.name)`" }.joined(separator: " and ")
    let defaults = type.scalars.filter {
      connector.defaultNativeType(of: $0)?.prefix { $0 != "(" } ?? "" == type.name
    }
    var details = "\(connector.productName)'s `\(words.sql)`, for fields of type \(fields)."
    if let scalar = defaults.first, let written = connector.defaultNativeType(of: scalar) {
      let names = defaults.map { "`\($0.name)`" }.joined(separator: " and ")
      details +=
        written == type.name
        ? " \(names) fields have it by default."
        : " \(names) fields have `\(written)` by default."
    }
    entry = ReferenceEntry(
      type.name, words.summary, details: details, example: Self.example(of: type, on: connector),
      availability: .on { $0 == connector },
      link: type.scalars.first.map { DocumentationPage.reference($0.name.lowercased()) })
  }

  /// What the arguments are, from what the language checks.
  private static func parameters(of type: NativeType) -> [ReferenceParameter] {
    var length = 0...Int(Int32.max)
    var precision = 0...Int(Int32.max)
    var scale = 0...Int(Int32.max)
    for limit in type.limits {
      switch limit {
      case .length(let range):
        length = Int(range.lowerBound)...min(Int(range.upperBound), Int(Int32.max))
      case .precision(let range): precision = Int(range.lowerBound)...Int(range.upperBound)
      case .scale(let range): scale = Int(range.lowerBound)...Int(range.upperBound)
      case .lengthOn, .scaleWithinPrecision: break
      }
    }
    let isTime = type.scalars == [.dateTime]
    let name = isTime || type.scalars == [.float] ? "precision" : "length"
    let what =
      isTime
      ? "How many digits the seconds have behind the point"
      : type.scalars == [.float]
        ? "How many bits the mantissa has"
        : "How many \(unit(of: type)) it has"
    switch type.parameters {
    case .none: return []
    case .length, .optionalLength:
      return [
        ReferenceParameter(
          name, .integer(length), isUnnamed: true, isOptional: type.requiredArgumentCount == 0,
          "\(what)\(range(length)).")
      ]
    case .lengthOrMax:
      return [
        ReferenceParameter(
          name, .integerOrMax(length), isUnnamed: true,
          "\(what) at most\(range(length)), or `Max` for as many as the database can hold.")
      ]
    case .precisionAndScale:
      return [
        ReferenceParameter(
          "precision", .integer(precision), isUnnamed: true,
          "How many digits it has altogether\(range(precision)). Given together with the scale."),
        ReferenceParameter(
          "scale", .integer(scale), isUnnamed: true,
          "How many of the digits stand behind the point, at most as many as the precision\(range(scale))."
        ),
      ]
    }
  }

  private static func unit(of type: NativeType) -> String {
    if type.name.hasSuffix("Bit") { return "bits" }
    return type.scalars.contains(.bytes) ? "bytes" : "characters"
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (0, Int(Int32.max)): ""
    case (let low, Int(Int32.max)): ", at least \(low)"
    case (0, let high): ", up to \(high)"
    case (let low, let high): ", \(low) to \(high)"
    }
  }

  private static func example(of type: NativeType, on connector: Connector) -> ReferenceExample? {
    guard let scalar = type.scalars.first else { return nil }
    let arguments: String
    switch type.parameters {
    case .none: arguments = ""
    case .length, .optionalLength, .lengthOrMax:
      arguments =
        scalar == .dateTime ? "(3)" : scalar == .float ? "(24)" : bitsOrLength(type, scalar)
    case .precisionAndScale: arguments = "(10, 2)"
    }
    let id = connector == .mongodb ? "String @id @map(\"_id\")" : "Int @id"
    return ReferenceExample(
      """
      model Example {
        id    \(id)
        value \(scalar.name) @db.\(type.name)\(arguments)
      }
      """, connector)
  }

  private static func bitsOrLength(_ type: NativeType, _ scalar: ScalarType) -> String {
    if type.name.hasSuffix("Bit") { return scalar == .boolean ? "(1)" : "(8)" }
    return "(100)"
  }
}

/// What is said about a native type.
struct NativeTypeWords {
  /// The database's own name of the type, without arguments.
  let sql: String
  /// One line.
  let summary: String
}

extension LanguageReference {
  /// The page about a native type of a database (exact case), nil when it has no such type.
  public static func nativeType(
    named name: String, on connector: Connector
  ) -> NativeTypeReference? {
    nativeTypes[connector]?[name]
  }

  /// The pages of each database by the types' names.
  static let nativeTypes: [Connector: [String: NativeTypeReference]] = {
    var pages: [Connector: [String: NativeTypeReference]] = [:]
    for connector in Connector.allCases {
      let words = nativeTypeWords(of: connector)
      for type in connector.nativeTypes {
        guard let words = words[type.name] else { continue }
        pages[connector, default: [:]][type.name] = NativeTypeReference(
          type, on: connector, words: words)
      }
    }
    return pages
  }()

  private static func nativeTypeWords(of connector: Connector) -> [String: NativeTypeWords] {
    switch connector {
    case .postgresql: NativeTypeWords.postgresql
    case .cockroachdb: NativeTypeWords.cockroachdb
    case .mysql: NativeTypeWords.mysql
    case .sqlserver: NativeTypeWords.sqlserver
    case .mongodb: NativeTypeWords.mongodb
    case .sqlite, .none: [:]
    }
  }
}
