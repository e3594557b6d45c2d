import SchemaModel
import SchemaParser

extension QuickFix {
  /// A literal as a type takes it, nil when its text is no value of the type.
  static func literal(_ value: ExpressionSyntax, of type: ScalarType?) -> String? {
    let text = value.stringValue ?? value.text
    switch type {
    case .int, .bigInt: return Int(text).map { String($0) }
    case .float, .decimal:
      return Double(text) != nil && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
        ? text : nil
    case .boolean: return ["true", "false"].contains(text.lowercased()) ? text.lowercased() : nil
    case .string:
      return value.kind == .number || value.kind == .constant ? StringLiteral.quoted(text) : nil
    default: return nil
    }
  }
}

extension StringLiteral {
  /// A text as a string literal.
  public static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }
}
