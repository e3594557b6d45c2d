import SchemaModel
import SchemaParser

extension DefaultValue {
  /// Calls `body` with each literal of the given kind: the value, or the elements of a list.
  func forEachLiteral(_ kind: SyntaxKind, _ body: (ExpressionSyntax) -> Void) {
    if value.kind == kind {
      body(value)
    } else if value.kind == .array {
      for element in value.elements where element.kind == kind { body(element) }
    }
  }
}

extension Field {
  /// Whether its default is `autoincrement()`.
  var isAutoincremented: Bool { defaultValue?.function == "autoincrement" }
}
