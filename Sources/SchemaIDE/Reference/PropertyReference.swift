import SchemaModel

/// A page about a property of a datasource or generator.
public struct PropertyReference: Sendable {
  /// What its value can be, which decides what is offered for it.
  public enum Value: Sendable {
    /// A string.
    case string
    /// A string, or `env("…")`.
    case stringOrVariable
    /// A string, one of ``PropertyReference/values`` as a rule.
    case choice
    /// A list of strings, those of ``PropertyReference/values`` as a rule.
    case strings
    /// A list of preview features.
    case previewFeatures
    /// A list of names, each perhaps with arguments: `[pgcrypto, uuidOssp(map: "uuid-ossp")]`.
    case extensions
    /// A number.
    case integer
    /// `true` or `false`.
    case boolean

    /// The type in words.
    public var typeName: String {
      switch self {
      case .string, .choice: "String"
      case .stringOrVariable: "String | env(String)"
      case .strings, .previewFeatures: "String[]"
      case .extensions: "Extension[]"
      case .integer: "Int"
      case .boolean: "Boolean"
      }
    }
  }

  /// The page.
  public let entry: ReferenceEntry
  /// What its value can be.
  public let value: Value
  /// The values that are known, each with a page of its own; without quotes.
  public let values: [ReferenceEntry]
  /// Whether the block needs it.
  public let isRequired: Bool

  /// Its key.
  public var name: String { entry.name }

  init(
    _ entry: ReferenceEntry, _ value: Value, values: [ReferenceEntry] = [],
    isRequired: Bool = false
  ) {
    self.entry = entry
    self.value = value
    self.values = values
    self.isRequired = isRequired
  }

  /// The page about one of its values, nil for a value that is not known.
  public func valueEntry(_ value: String) -> ReferenceEntry? {
    values.first { $0.name == value }
  }
}
