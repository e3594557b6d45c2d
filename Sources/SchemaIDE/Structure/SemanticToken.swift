import SchemaModel
import SchemaParser

/// A stretch of one line that has a meaning. The offset counts from the start of the block.
package struct SemanticToken: Hashable, Sendable {
  /// What it is. The raw values are the indexes in the legend; the names are LSP's.
  package enum Kind: UInt8, CaseIterable, Sendable {
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
    package var name: String {
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
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The name is declared here.
    package static let declaration = Modifiers(rawValue: 1)
    /// The documentation says `@deprecated`.
    package static let deprecated = Modifiers(rawValue: 2)
    /// A comment that is documentation.
    package static let documentation = Modifiers(rawValue: 4)
    /// What the language brings along.
    package static let defaultLibrary = Modifiers(rawValue: 8)
    /// What can't be changed: a value of an enum.
    package static let readonly = Modifiers(rawValue: 16)

    /// LSP's names, by bit.
    package static let names = [
      "declaration", "deprecated", "documentation", "defaultLibrary", "readonly",
    ]
  }

  /// UTF-8 bytes from the start of the block.
  package let start: UInt32
  /// In UTF-8 bytes; more than 0.
  package let length: UInt32
  /// What it is.
  package let kind: Kind
  /// What else is to say.
  package let modifiers: Modifiers
}
