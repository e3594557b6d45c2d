import SchemaModel
import SchemaParser

/// A stretch of one line that has a meaning. The offset counts from the start of the block.
public struct SemanticToken: Hashable, Sendable {
  /// What it is. The raw values are the indexes in the legend; the names are LSP's.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// The datasource in `@db.Text`.
    case namespace
    /// A built-in or native type.
    case type
    /// A model or view.
    case `class`
    case `enum`
    /// A composite type.
    case `struct`
    case enumMember
    /// A field.
    case property
    /// A key of a datasource or generator.
    case variable
    /// The name of an argument.
    case parameter
    case function
    /// An attribute with its `@`.
    case decorator
    case keyword
    case string
    case number
    case comment

    /// LSP's name.
    ///
    /// Written out: a look for it by reflection took a million instructions before the first answer.
    public var name: String {
      switch self {
      case .namespace: "namespace"
      case .type: "type"
      case .class: "class"
      case .enum: "enum"
      case .struct: "struct"
      case .enumMember: "enumMember"
      case .property: "property"
      case .variable: "variable"
      case .parameter: "parameter"
      case .function: "function"
      case .decorator: "decorator"
      case .keyword: "keyword"
      case .string: "string"
      case .number: "number"
      case .comment: "comment"
      }
    }
  }

  /// What else is to say. The bits are the indexes in the legend.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The name is declared here.
    public static let declaration = Modifiers(rawValue: 1)
    /// The documentation says `@deprecated`.
    public static let deprecated = Modifiers(rawValue: 2)
    /// A comment that is documentation.
    public static let documentation = Modifiers(rawValue: 4)
    /// What the language brings along.
    public static let defaultLibrary = Modifiers(rawValue: 8)
    /// What can't be changed: a value of an enum.
    public static let readonly = Modifiers(rawValue: 16)

    /// LSP's names, by bit.
    public static let names = [
      "declaration", "deprecated", "documentation", "defaultLibrary", "readonly",
    ]
  }

  /// UTF-8 bytes from the start of the block.
  public let start: UInt32
  /// In UTF-8 bytes; more than 0.
  public let length: UInt32
  /// What it is.
  public let kind: Kind
  /// What else is to say.
  public let modifiers: Modifiers
}
