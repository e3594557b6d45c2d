/// What a node of the syntax tree is.
///
/// The children of a kind are named here in the order in which they stand in the text. Braces,
/// parentheses, brackets, `=`, `,` and blanks between the children have no node of their own: they
/// are the bytes that no leaf covers.
@frozen public enum SyntaxKind: UInt8, Sendable, CaseIterable {
  // Comments, at the top level and in blocks. Ranges end before the line end.

  /// `// …`
  case comment
  /// `/// …`
  case docComment
  /// `/* … */`, possibly over several lines.
  case blockComment

  // Declarations. Ranges run from the keyword through the closing brace (span class BLOCK).

  /// `model X { … }`: `name`, then members.
  case model
  /// `view X { … }`: `name`, then members.
  case view
  /// `type X { … }`: `name`, then members.
  case compositeType
  /// `enum X { … }`: `name`, then `enumValue`, `blockAttribute`, comments, `invalidMember`.
  case enumeration
  /// `datasource X { … }`: `name`, then `property`, comments, `invalidMember`.
  case datasource
  /// `generator X { … }`: `name`, then `property`, comments, `invalidMember`.
  case generator

  // What is no declaration, at the top level.

  /// `type X = T @attributes`: `name`, `type`, `attribute`…; an error.
  case typeAlias
  /// `word { … }` with an unknown keyword: `name` (the keyword); an error.
  case unknownBlock
  /// A line at the top level that is none of the above, through its line end: no children.
  case invalidLine

  // Members of blocks.

  /// A line in a block that can't be read, through its line end (span class LINE): no children.
  case invalidMember
  /// A field, from its name through the line end (span class FIELD): `name`, `legacyColon`?,
  /// `type`?, `attribute`…, a comment?.
  case field
  /// An enum value, from its name through the line end: `name`, `attribute`…, a comment?.
  case enumValue
  /// `@@x(…)`, with the blanks and the comment behind it, without the line end: `path`,
  /// `argumentList`?, a comment?.
  case blockAttribute
  /// `key = value`, with the blanks and the comment behind it, without the line end: `name`, an
  /// expression?, a comment?.
  case property

  // Parts of members.

  /// An identifier: the name of a declaration, field, value, property, argument or object member.
  case name
  /// The `:` of the old form `name: Type`.
  case legacyColon
  /// A field's type with what marks its arity: `name`, or `unsupportedType`. The arity is the
  /// node's `flags`, see ``FieldArity``.
  case type
  /// `Unsupported("…")`: `string`.
  case unsupportedType
  /// `@x(…)`, without arguments also the blanks behind it (span class ATTR): `path`,
  /// `argumentList`?.
  case attribute
  /// Identifiers joined by dots: the name of an attribute or function.
  case path
  /// `( … )` with its parentheses: `argument`…, `trailingComma`?.
  case argumentList
  /// `name: value`, `name:` or `value` (span class ARG): `name`?, an expression?.
  case argument
  /// The comma before the closing parenthesis.
  case trailingComma

  // Expressions (span class EXPR).

  /// `"…"` with its quotes. `flags` is 1 when it holds an escape.
  case string
  /// `-1.5`
  case number
  /// A path that stands for a value: `Asc`, `true`, `address.street`.
  case constant
  /// `f(…)`: `path`, `argumentList`.
  case functionCall
  /// `[ … ]`: expressions.
  case array
  /// `{ key: value, … }` (Prisma 7.4 and later): `objectMember`….
  case object
  /// `key: value` in an object: `name`, an expression.
  case objectMember

  /// Written out so that other modules can inline it; the one for raw values goes through a witness. Without
  /// the second attribute large functions call it.
  @inlinable @inline(__always) public static func == (left: SyntaxKind, right: SyntaxKind) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Whether nodes of this kind are expressions.
  public var isExpression: Bool {
    switch self {
    case .string, .number, .constant, .functionCall, .array, .object: true
    default: false
    }
  }

  /// Whether nodes of this kind are comments.
  public var isComment: Bool { rawValue <= SyntaxKind.blockComment.rawValue }

  /// Whether nodes of this kind are declarations with a body.
  public var isDeclaration: Bool {
    rawValue >= SyntaxKind.model.rawValue && rawValue <= SyntaxKind.generator.rawValue
  }
}

/// How often the value of a field occurs, with the forms that are errors.
public enum FieldArity: UInt8, Sendable {
  /// `T`
  case required
  /// `T?`
  case optional
  /// `T[]`
  case list
  /// `T[]?`: an error.
  case optionalList
  /// `T!`: an error.
  case legacyRequired
  /// `[T]`: an error.
  case legacyList
}
