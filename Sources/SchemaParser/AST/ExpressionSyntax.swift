/// A typed view of an expression.
///
/// Expressions can be nested without limit: code that descends keeps a stack of its own, or walks
/// the arena, which holds the nodes in pre-order.
public struct ExpressionSyntax: Sendable {
  public let syntax: Syntax

  /// Nil when the node is no expression.
  public init?(_ syntax: Syntax) {
    guard syntax.kind.isExpression else { return nil }
    self.syntax = syntax
  }

  /// What kind of expression it is: `string`, `number`, `constant`, `functionCall`, `array`,
  /// `object`.
  public var kind: SyntaxKind { syntax.kind }
  /// The span class EXPR, from the start of the block.
  public var range: TextRange { syntax.range }
  /// The text as it stands.
  public var text: String { syntax.text }

  /// The value of a string literal with its escapes decoded; nil for other expressions.
  public var stringValue: String? {
    guard kind == .string else { return nil }
    return StringLiteral.value(of: syntax)
  }

  /// The text of a constant; nil for other expressions.
  public var constantValue: String? { kind == .constant ? text : nil }

  /// The name of a called function; nil for other expressions.
  public var functionName: String? { kind == .functionCall ? syntax.first(.path)?.text : nil }

  /// The arguments of a function call; empty for other expressions.
  public var arguments: [ArgumentSyntax] {
    kind == .functionCall ? ArgumentSyntax.arguments(of: syntax.first(.argumentList)) : []
  }

  /// The elements of an array; for any other expression the expression alone, since the language
  /// takes a single element wherever it expects an array.
  public var elements: [ExpressionSyntax] {
    kind == .array ? syntax.children.compactMap { ExpressionSyntax($0) } : [self]
  }

  /// The members of an object literal, in text order; empty for other expressions.
  public var members: [(name: Syntax, value: ExpressionSyntax)] {
    guard kind == .object else { return [] }
    return syntax.children.compactMap { member in
      guard let name = member.first(.name) else { return nil }
      for child in member.children {
        if let value = ExpressionSyntax(child) { return (name, value) }
      }
      return nil
    }
  }
}
