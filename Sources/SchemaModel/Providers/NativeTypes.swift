import SchemaParser

/// A native type of a database, as it is written behind `@db.`.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#model-field-scalar-types
public struct NativeType: Sendable {
  /// Which arguments a native type takes.
  public enum Parameters: Sendable {
    case none
    /// Exactly one number.
    case length
    /// One number, or none.
    case optionalLength
    /// Precision and scale, or neither.
    case precisionAndScale
    /// A number, `Max`, or nothing.
    case lengthOrMax
  }

  /// A limit on the arguments.
  public enum Limit: Sendable {
    /// The only argument lies in the range.
    case length(ClosedRange<UInt32>)
    /// The only argument lies in the range when the field has the type.
    case lengthOn(ScalarType, ClosedRange<UInt32>)
    /// The scale is not larger than the precision.
    case scaleWithinPrecision
    /// The precision lies in the range.
    case precision(ClosedRange<UInt32>)
    /// The scale lies in the range.
    case scale(ClosedRange<UInt32>)
  }

  /// Its name, such as `VarChar`.
  public let name: String
  public let parameters: Parameters
  /// The field types that it goes with.
  public let scalars: [ScalarType]
  /// What holds for the arguments; the first one that does not is told.
  public let limits: [Limit]

  init(
    _ name: String, _ parameters: Parameters = .none, _ scalars: ScalarType...,
    limits: [Limit] = []
  ) {
    self.name = name
    self.parameters = parameters
    self.scalars = scalars
    self.limits = limits
  }

  /// How many arguments it must have.
  public var requiredArgumentCount: Int { parameters == .length ? 1 : 0 }

  /// How many arguments it can have beyond those.
  public var optionalArgumentCount: Int {
    switch parameters {
    case .none, .length: 0
    case .optionalLength, .lengthOrMax: 1
    case .precisionAndScale: 2
    }
  }

  /// What a native type attribute's arguments say.
  public enum Arguments: Hashable, Sendable {
    case none
    case length(UInt32)
    case precisionAndScale(precision: UInt32, scale: UInt32)
    case max
  }

  /// Reads the texts of arguments; nil when they are not what the type takes.
  public func arguments(_ texts: [String]) -> Arguments? {
    arguments(
      count: texts.count, number: { UInt32(texts[$0]) }, isMax: { texts[$0].lowercased() == "max" })
  }

  /// Reads the arguments of an attribute; nil when they are not what the type takes.
  public func arguments(of use: NativeTypeUse) -> Arguments? {
    arguments(
      count: use.arguments.count, number: { use.arguments[$0].nonNegativeInteger },
      isMax: { use.arguments[$0].text.lowercased() == "max" })
  }

  private func arguments(
    count: Int, number: (Int) -> UInt32?, isMax: (Int) -> Bool
  ) -> Arguments? {
    switch (parameters, count) {
    case (.none, 0), (.optionalLength, 0), (.lengthOrMax, 0), (.precisionAndScale, 0):
      return Arguments.none
    case (.length, 1), (.optionalLength, 1):
      return number(0).map { .length($0) }
    case (.lengthOrMax, 1):
      if let length = number(0) { return length <= UInt16.max ? .length(length) : nil }
      return isMax(0) ? .max : nil
    case (.precisionAndScale, 2):
      guard let precision = number(0), let scale = number(1) else { return nil }
      return .precisionAndScale(precision: precision, scale: scale)
    default:
      return nil
    }
  }

  /// The first limit that the arguments violate on a field of type `scalar`.
  public func violatedLimit(_ arguments: Arguments, on scalar: ScalarType) -> Limit? {
    limits.first { limit in
      switch (limit, arguments) {
      case (.length(let range), .length(let length)): !range.contains(length)
      case (.lengthOn(let type, let range), .length(let length)):
        type == scalar && !range.contains(length)
      case (.scaleWithinPrecision, .precisionAndScale(let precision, let scale)): scale > precision
      case (.precision(let range), .precisionAndScale(let precision, _)):
        !range.contains(precision)
      case (.scale(let range), .precisionAndScale(_, let scale)): !range.contains(scale)
      default: false
      }
    }
  }
}

extension Connector {
  /// The native types, in the order in which they are offered.
  public var nativeTypes: [NativeType] {
    switch self {
    case .postgresql: NativeType.postgresql
    case .cockroachdb: NativeType.cockroachdb
    case .mysql: NativeType.mysql
    case .sqlserver: NativeType.sqlserver
    case .mongodb: NativeType.mongodb
    case .sqlite, .none: []
    }
  }

  /// The native type called `name` (exact case), nil when there is none.
  public func nativeType(named name: String) -> NativeType? {
    NativeType.numbers[name].flatMap { nativeType(number: $0) }
  }

  /// The native type of an attribute, whatever its prefix; nil when there is none.
  public func nativeType(of use: NativeTypeUse) -> NativeType? { nativeType(number: use.number) }

  private func nativeType(number: Int) -> NativeType? {
    let places = NativeType.places[Int(rawValue)]
    guard places.indices.contains(number), places[number] >= 0 else { return nil }
    return nativeTypes[places[number]]
  }

  /// The type of a column for a field without a native type attribute, as the attribute would be
  /// written; nil where the connector doesn't have the field type.
  public func defaultNativeType(of scalar: ScalarType) -> String? {
    switch self {
    case .postgresql:
      switch scalar {
      case .int: "Integer"
      case .bigInt: "BigInt"
      case .float: "DoublePrecision"
      case .decimal: "Decimal(65, 30)"
      case .boolean: "Boolean"
      case .string: "Text"
      case .dateTime: "Timestamp(3)"
      case .bytes: "ByteA"
      case .json: "JsonB"
      }
    case .cockroachdb:
      switch scalar {
      case .int: "Int4"
      case .bigInt: "Int8"
      case .float: "Float8"
      case .decimal: "Decimal(65, 30)"
      case .boolean: "Bool"
      case .string: "String"
      case .dateTime: "Timestamp(3)"
      case .bytes: "Bytes"
      case .json: "JsonB"
      }
    case .mysql:
      switch scalar {
      case .int: "Int"
      case .bigInt: "BigInt"
      case .float: "Double"
      case .decimal: "Decimal(65, 30)"
      case .boolean: "TinyInt"
      case .string: "VarChar(191)"
      case .dateTime: "DateTime(3)"
      case .bytes: "LongBlob"
      case .json: "Json"
      }
    case .sqlserver:
      switch scalar {
      case .int: "Int"
      case .bigInt: "BigInt"
      case .float: "Float(53)"
      case .decimal: "Decimal(32, 16)"
      case .boolean: "Bit"
      case .string: "NVarChar(1000)"
      case .dateTime: "DateTime2"
      case .bytes: "VarBinary(Max)"
      case .json: nil
      }
    case .mongodb:
      switch scalar {
      case .int, .bigInt: "Long"
      case .float: "Double"
      case .boolean: "Bool"
      case .string: "String"
      case .dateTime: "Date"
      case .bytes: "BinData"
      case .json: "Json"
      case .decimal: nil
      }
    case .sqlite, .none: nil
    }
  }
}

extension NativeType {
  private static let decimal1000: [Limit] = [.scaleWithinPrecision, .precision(1...1000)]
  private static let fractionalSeconds: [Limit] = [.length(0...6)]
  private static let notZero: [Limit] = [.length(1 ... .max)]

  /// https://www.postgresql.org/docs/current/datatype.html
  static let postgresql: [NativeType] = [
    NativeType("SmallInt", .none, .int),
    NativeType("Integer", .none, .int),
    NativeType("BigInt", .none, .bigInt),
    NativeType("Decimal", .precisionAndScale, .decimal, limits: decimal1000),
    NativeType("Money", .none, .decimal),
    NativeType("Inet", .none, .string),
    NativeType("Oid", .none, .int),
    NativeType("Citext", .none, .string),
    NativeType("Real", .none, .float),
    NativeType("DoublePrecision", .none, .float),
    NativeType("VarChar", .optionalLength, .string),
    NativeType("Char", .optionalLength, .string),
    NativeType("Text", .none, .string),
    NativeType("ByteA", .none, .bytes),
    NativeType("Timestamp", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Timestamptz", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Date", .none, .dateTime),
    NativeType("Time", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Timetz", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Boolean", .none, .boolean),
    NativeType("Bit", .optionalLength, .string, limits: notZero),
    NativeType("VarBit", .optionalLength, .string, limits: notZero),
    NativeType("Uuid", .none, .string),
    NativeType("Xml", .none, .string),
    NativeType("Json", .none, .json),
    NativeType("JsonB", .none, .json),
  ]

  /// https://www.cockroachlabs.com/docs/stable/data-types
  static let cockroachdb: [NativeType] = [
    NativeType("Bit", .optionalLength, .string, limits: notZero),
    NativeType("Bool", .none, .boolean),
    NativeType("Bytes", .none, .bytes),
    NativeType("Char", .optionalLength, .string),
    NativeType("Date", .none, .dateTime),
    NativeType("Decimal", .precisionAndScale, .decimal, limits: decimal1000),
    NativeType("Float4", .none, .float),
    NativeType("Float8", .none, .float),
    NativeType("Inet", .none, .string),
    NativeType("Int2", .none, .int),
    NativeType("Int4", .none, .int),
    NativeType("Int8", .none, .bigInt),
    NativeType("JsonB", .none, .json),
    NativeType("Oid", .none, .int),
    NativeType("CatalogSingleChar", .none, .string),
    NativeType("String", .optionalLength, .string),
    NativeType("Time", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Timestamp", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Timestamptz", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Timetz", .optionalLength, .dateTime, limits: fractionalSeconds),
    NativeType("Uuid", .none, .string),
    NativeType("VarBit", .optionalLength, .string, limits: notZero),
  ]

  /// https://dev.mysql.com/doc/refman/8.4/en/data-types.html
  static let mysql: [NativeType] = [
    NativeType("Int", .none, .int),
    NativeType("UnsignedInt", .none, .int),
    NativeType("SmallInt", .none, .int),
    NativeType("UnsignedSmallInt", .none, .int),
    NativeType("TinyInt", .none, .boolean, .int),
    NativeType("UnsignedTinyInt", .none, .boolean, .int),
    NativeType("MediumInt", .none, .int),
    NativeType("UnsignedMediumInt", .none, .int),
    NativeType("BigInt", .none, .bigInt),
    NativeType(
      "Decimal", .precisionAndScale, .decimal,
      limits: [.scaleWithinPrecision, .precision(0...65), .scale(0...30)]),
    NativeType("UnsignedBigInt", .none, .bigInt),
    NativeType("Float", .none, .float),
    NativeType("Double", .none, .float),
    NativeType(
      "Bit", .length, .boolean, .bytes,
      limits: [.length(1...64), .lengthOn(.boolean, 0...1)]),
    NativeType("Char", .length, .string, limits: [.length(0...255)]),
    NativeType("VarChar", .length, .string, limits: [.length(0...65535)]),
    NativeType("Binary", .length, .bytes),
    NativeType("VarBinary", .length, .bytes),
    NativeType("TinyBlob", .none, .bytes),
    NativeType("Blob", .none, .bytes),
    NativeType("MediumBlob", .none, .bytes),
    NativeType("LongBlob", .none, .bytes),
    NativeType("TinyText", .none, .string),
    NativeType("Text", .none, .string),
    NativeType("MediumText", .none, .string),
    NativeType("LongText", .none, .string),
    NativeType("Date", .none, .dateTime),
    NativeType("Time", .optionalLength, .dateTime),
    NativeType("DateTime", .optionalLength, .dateTime),
    NativeType("Timestamp", .optionalLength, .dateTime),
    NativeType("Year", .none, .int),
    NativeType("Json", .none, .json),
  ]

  /// https://learn.microsoft.com/en-us/sql/t-sql/data-types/data-types-transact-sql
  static let sqlserver: [NativeType] = [
    NativeType("TinyInt", .none, .int),
    NativeType("SmallInt", .none, .int),
    NativeType("Int", .none, .int),
    NativeType("BigInt", .none, .bigInt),
    NativeType(
      "Decimal", .precisionAndScale, .decimal,
      limits: [.scaleWithinPrecision, .precision(1...38), .scale(0...38)]),
    NativeType("Money", .none, .float),
    NativeType("SmallMoney", .none, .float),
    NativeType("Bit", .none, .boolean, .int),
    NativeType("Float", .optionalLength, .float, limits: [.length(1...53)]),
    NativeType("Real", .none, .float),
    NativeType("Date", .none, .dateTime),
    NativeType("Time", .none, .dateTime),
    NativeType("DateTime", .none, .dateTime),
    NativeType("DateTime2", .none, .dateTime),
    NativeType("DateTimeOffset", .none, .dateTime),
    NativeType("SmallDateTime", .none, .dateTime),
    NativeType("Char", .optionalLength, .string, limits: [.length(0...8000)]),
    NativeType("NChar", .optionalLength, .string, limits: [.length(0...4000)]),
    NativeType("VarChar", .lengthOrMax, .string, limits: [.length(0...8000)]),
    NativeType("Text", .none, .string),
    NativeType("NVarChar", .lengthOrMax, .string, limits: [.length(0...4000)]),
    NativeType("NText", .none, .string),
    NativeType("Binary", .optionalLength, .bytes, limits: [.length(0...8000)]),
    NativeType("VarBinary", .lengthOrMax, .bytes, limits: [.length(0...8000)]),
    NativeType("Image", .none, .bytes),
    NativeType("Xml", .none, .string),
    NativeType("UniqueIdentifier", .none, .string),
  ]

  /// https://www.mongodb.com/docs/manual/reference/bson-types/
  static let mongodb: [NativeType] = [
    NativeType("String", .none, .string),
    NativeType("Double", .none, .float),
    NativeType("BinData", .none, .bytes),
    NativeType("ObjectId", .none, .string, .bytes),
    NativeType("Bool", .none, .boolean),
    NativeType("Date", .none, .dateTime),
    NativeType("Int", .none, .int),
    NativeType("Timestamp", .none, .dateTime),
    NativeType("Long", .none, .int, .bigInt),
    NativeType("Json", .none, .json),
  ]

  /// Every name that a native type has in some database, numbered. An attribute looks its name up
  /// once, when it is read, and not at each check.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for connector in Connector.allCases {
      for type in connector.nativeTypes where numbers[type.name] == nil {
        numbers[type.name] = numbers.count
      }
    }
    return numbers
  }()

  /// For each connector and number the index in its native types, or -1.
  fileprivate static let places: [[Int]] = Connector.allCases.map { connector in
    var places = [Int](repeating: -1, count: numbers.count)
    for (index, type) in connector.nativeTypes.enumerated() {
      if let number = numbers[type.name] { places[number] = index }
    }
    return places
  }
}

extension ExpressionSyntax {
  /// The value of a number without sign and point that fits 32 bits; nil for anything else.
  fileprivate var nonNegativeInteger: UInt32? {
    guard kind == .number else { return nil }
    var value: UInt32 = 0
    let bytes = syntax.block.bytes
    for index in range.start..<max(range.start, min(range.end, bytes.count)) {
      let byte = bytes[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt32(byte - UInt8(ascii: "0")))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }
}

/// What there is to say about a native type attribute.
public enum NativeTypeVerdict: Sendable {
  /// The database has no type of this name.
  case unknown
  /// It takes exactly as many arguments as the type requires.
  case argumentCount(NativeType)
  /// It takes no more arguments than the type allows.
  case optionalArgumentCount(NativeType)
  /// The type does not go with the field's.
  case incompatibleScalar(NativeType)
  /// An argument is of the wrong kind.
  case invalidArgument(NativeType)
  /// An argument is out of range.
  case limit(NativeType, NativeType.Limit, NativeType.Arguments)
  /// Nothing.
  case fine(NativeType, NativeType.Arguments)
}

extension Connector {
  /// What there is to say about a native type attribute on a field of type `scalar`: the first that
  /// applies.
  public func verdict(on use: NativeTypeUse, scalar: ScalarType) -> NativeTypeVerdict {
    guard let type = nativeType(of: use) else { return .unknown }
    let count = use.arguments.count
    let required = type.requiredArgumentCount
    let optional = type.optionalArgumentCount
    if count < required || (optional == 0 && count > required) { return .argumentCount(type) }
    if count > required + optional { return .optionalArgumentCount(type) }
    if !type.scalars.contains(scalar) { return .incompatibleScalar(type) }
    guard let arguments = type.arguments(of: use) else { return .invalidArgument(type) }
    if let limit = type.violatedLimit(arguments, on: scalar) {
      return .limit(type, limit, arguments)
    }
    return .fine(type, arguments)
  }
}

extension NativeType.Parameters {
  /// Whether there are none.
  public var isNone: Bool { if case .none = self { true } else { false } }
  /// Whether they are precision and scale.
  public var isPair: Bool { if case .precisionAndScale = self { true } else { false } }
}

extension Connector {
  /// The native type that a text names as SQL or introspection would write it, such as
  /// `Decimal(10, 2)`; nil when there is none, or when it doesn't take these arguments.
  ///
  /// The name goes up to the first `(`, the arguments up to the next `)`; what follows is not
  /// looked at.
  public func nativeType(written text: String) -> NativeType? {
    let name = text.prefix { $0 != "(" }
    let trimmed = String(name.trimmingBlanks())
    guard !trimmed.isEmpty, let type = nativeType(named: trimmed) else { return nil }
    if type.parameters.isNone { return type }
    var arguments: [String] = []
    let rest = text[name.endIndex...].dropFirst()
    if let close = rest.firstIndex(of: ")") {
      arguments = rest[..<close].split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.trimmingBlanks())
      }
    }
    return type.arguments(arguments) == nil ? nil : type
  }
}

extension Substring {
  /// The text without the blanks at its ends.
  fileprivate func trimmingBlanks() -> Substring {
    var result = drop(while: \.isWhitespace)
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}
