/// A typed view of an `attribute` or `blockAttribute` node.
public struct AttributeSyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no attribute.
  public init?(_ syntax: Syntax) {
    guard syntax.kind == .attribute || syntax.kind == .blockAttribute else { return nil }
    self.syntax = syntax
  }

  /// The span class ATTR, from the start of the block.
  public var range: TextRange { syntax.range }
  /// The attribute's name, without `@`.
  public var path: Syntax? { syntax.first(.path) }
  /// The parenthesised arguments, nil when there are no parentheses.
  public var argumentList: Syntax? { syntax.first(.argumentList) }
  /// The arguments, in text order.
  public var arguments: [ArgumentSyntax] { ArgumentSyntax.arguments(of: argumentList) }
}

/// A typed view of an `argument` node: `name: value`, `name:` or `value`.
public struct ArgumentSyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no argument.
  public init?(_ syntax: Syntax) {
    guard syntax.kind == .argument else { return nil }
    self.syntax = syntax
  }

  /// The span class ARG, from the start of the block.
  public var range: TextRange { syntax.range }
  /// The name, nil for an unnamed argument.
  public var name: Syntax? { syntax.first(.name) }
  /// The value, nil for an empty argument.
  public var value: ExpressionSyntax? {
    for child in syntax.children {
      if let expression = ExpressionSyntax(child) { return expression }
    }
    return nil
  }

  /// The arguments of an `argumentList` node, in text order.
  public static func arguments(of list: Syntax?) -> [ArgumentSyntax] {
    guard let list else { return [] }
    return list.children.compactMap { ArgumentSyntax($0) }
  }
}
