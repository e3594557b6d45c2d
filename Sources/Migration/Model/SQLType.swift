/// The type of a column, without its arity.
public enum SQLType: Hashable, Sendable {
  /// A type of the database that the schema language knows, or one of an extension.
  case native(SQLNativeType)
  case enumeration(QualifiedName)
  /// `Unsupported("…")`: the text between the quotes.
  case unsupported(String)

  /// The native type, nil for all others.
  public var native: SQLNativeType? { if case .native(let type) = self { type } else { nil } }
  /// The enum, nil for all others.
  public var enumeration: QualifiedName? {
    if case .enumeration(let name) = self { name } else { nil }
  }
}

/// A native type with its arguments, by the name that it has in a schema file: `VarChar(20)`.
public struct SQLNativeType: Hashable, Sendable {
  public let name: String
  /// Its arguments as they are written.
  public let arguments: [String]
  /// Whether the schema language knows the type; otherwise it belongs to an extension.
  public let isKnown: Bool

  public init(name: String, arguments: [String] = [], isKnown: Bool = true) {
    self.name = name
    self.arguments = arguments
    self.isKnown = isKnown
  }

  /// The argument at `index` as a number, nil when there is none.
  public func number(_ index: Int) -> Int? {
    arguments.indices.contains(index) ? Int(arguments[index]) : nil
  }

  /// As it is written behind `@db.`.
  public var description: String {
    arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ",")))"
  }
}
