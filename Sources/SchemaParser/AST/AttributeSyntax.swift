/// A typed view of an `attribute` or `blockAttribute` node.
package struct AttributeSyntax: Sendable {
  package let syntax: Syntax

  /// Nil when the node is no attribute.
  package init?(_ syntax: Syntax) {
    guard syntax.kind == .attribute || syntax.kind == .blockAttribute else { return nil }
    self.syntax = syntax
  }

  /// The span class ATTR, from the start of the block.
  package var range: TextRange { syntax.range }
  /// The attribute's name, without `@`.
  package var path: Syntax? { syntax.first(.path) }
  /// The parenthesised arguments, nil when there are no parentheses.
  package var argumentList: Syntax? { syntax.first(.argumentList) }
  /// The arguments, in text order.
  package var arguments: [ArgumentSyntax] { ArgumentSyntax.arguments(of: argumentList) }
}

/// A typed view of an `argument` node: `name: value`, `name:` or `value`.
package struct ArgumentSyntax: Sendable {
  package let syntax: Syntax

  /// Nil when the node is no argument.
  package init?(_ syntax: Syntax) {
    guard syntax.kind == .argument else { return nil }
    self.syntax = syntax
  }

  /// The span class ARG, from the start of the block.
  package var range: TextRange { syntax.range }
  /// The name, nil for an unnamed argument.
  package var name: Syntax? { syntax.first(.name) }
  /// The value, nil for an empty argument.
  package var value: ExpressionSyntax? {
    for child in syntax.children {
      if let expression = ExpressionSyntax(child) { return expression }
    }
    return nil
  }

  /// The arguments of an `argumentList` node, in text order.
  package static func arguments(of list: Syntax?) -> [ArgumentSyntax] {
    guard let list else { return [] }
    return list.children.compactMap { ArgumentSyntax($0) }
  }
}
