/// A typed view of a `field` node.
public struct FieldSyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no field.
  public init?(_ syntax: Syntax) {
    guard syntax.kind == .field else { return nil }
    self.syntax = syntax
  }

  /// The span class FIELD, from the start of the block.
  public var range: TextRange { syntax.range }
  /// The field's name.
  public var name: Syntax? { syntax.first(.name) }
  /// The type with its marks, nil when it is missing.
  public var type: TypeSyntax? { syntax.first(.type).flatMap { TypeSyntax($0) } }
  /// The attributes, in text order.
  public var attributes: [AttributeSyntax] { syntax.children.compactMap { AttributeSyntax($0) } }
  /// The comment at the end of the line.
  public var comment: Syntax? { syntax.children.first { $0.kind.isComment } }
}

/// A typed view of a `type` node.
public struct TypeSyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no type.
  public init?(_ syntax: Syntax) {
    guard syntax.kind == .type else { return nil }
    self.syntax = syntax
  }

  /// The type with its marks, from the start of the block.
  public var range: TextRange { syntax.range }
  /// How often the value occurs.
  public var arity: FieldArity { FieldArity(rawValue: syntax.node.flags) ?? .required }
  /// The identifier, nil for `Unsupported("…")`.
  public var name: Syntax? { syntax.first(.name) }
  /// `Unsupported("…")`, nil for other types.
  public var unsupported: Syntax? { syntax.first(.unsupportedType) }
}

/// A typed view of a `property` node of a datasource or generator.
public struct PropertySyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no property.
  public init?(_ syntax: Syntax) {
    guard syntax.kind == .property else { return nil }
    self.syntax = syntax
  }

  /// The span class PROP, from the start of the block.
  public var range: TextRange { syntax.range }
  /// The key.
  public var name: Syntax? { syntax.first(.name) }
  /// The value, nil when it is missing.
  public var value: ExpressionSyntax? {
    for child in syntax.children {
      if let expression = ExpressionSyntax(child) { return expression }
    }
    return nil
  }
  /// The comment at the end of the line.
  public var comment: Syntax? { syntax.children.first { $0.kind.isComment } }
}
