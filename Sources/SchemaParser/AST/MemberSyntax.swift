/// A typed view of a `field` node.
package struct FieldSyntax: Sendable {
  package let syntax: Syntax

  /// Nil when the node is no field.
  package init?(_ syntax: Syntax) {
    guard syntax.kind == .field else { return nil }
    self.syntax = syntax
  }

  /// The span class FIELD, from the start of the block.
  package var range: TextRange { syntax.range }
  /// The field's name.
  package var name: Syntax? { syntax.first(.name) }
  /// The type with its marks, nil when it is missing.
  package var type: TypeSyntax? { syntax.first(.type).flatMap { TypeSyntax($0) } }
  /// The attributes, in text order.
  package var attributes: [AttributeSyntax] { syntax.children.compactMap { AttributeSyntax($0) } }
  /// The comment at the end of the line.
  package var comment: Syntax? { syntax.children.first { $0.kind.isComment } }
}

/// A typed view of a `type` node.
package struct TypeSyntax: Sendable {
  package let syntax: Syntax

  /// Nil when the node is no type.
  package init?(_ syntax: Syntax) {
    guard syntax.kind == .type else { return nil }
    self.syntax = syntax
  }

  /// The type with its marks, from the start of the block.
  package var range: TextRange { syntax.range }
  /// How often the value occurs.
  package var arity: FieldArity { FieldArity(rawValue: syntax.node.flags) ?? .required }
  /// The identifier, nil for `Unsupported("…")`.
  package var name: Syntax? { syntax.first(.name) }
  /// `Unsupported("…")`, nil for other types.
  package var unsupported: Syntax? { syntax.first(.unsupportedType) }
}

/// A typed view of a `property` node of a datasource or generator.
package struct PropertySyntax: Sendable {
  package let syntax: Syntax

  /// Nil when the node is no property.
  package init?(_ syntax: Syntax) {
    guard syntax.kind == .property else { return nil }
    self.syntax = syntax
  }

  /// The span class PROP, from the start of the block.
  package var range: TextRange { syntax.range }
  /// The key.
  package var name: Syntax? { syntax.first(.name) }
  /// The value, nil when it is missing.
  package var value: ExpressionSyntax? {
    for child in syntax.children {
      if let expression = ExpressionSyntax(child) { return expression }
    }
    return nil
  }
  /// The comment at the end of the line.
  package var comment: Syntax? { syntax.children.first { $0.kind.isComment } }
}
