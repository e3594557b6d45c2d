import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the value that a partial index compares with as its field takes it.
  static let mendConditionValue = QuickFix(
    "Correct the value of a condition",
    rules: ["where-constant-invalid", "where-type-mismatch"]
  ) { context in
    guard let model = context.model, let found = context.problem?[0] else { return [] }
    let wanted = context.problem?[1] ?? ""
    for member in context.conditions where member.name.text == wanted {
      let nested = member.value.members.first?.value
      let value = nested ?? member.value
      guard value.text == found, let field = model.field(Name(wanted)) else { continue }
      let text: String?
      switch field.type {
      case .enumeration: text = value.kind == .constant ? StringLiteral.quoted(value.text) : nil
      case .scalar(let type): text = literal(value, of: type)
      default: text = nil
      }
      guard let text, text != value.text else { return [] }
      return [
        context.fix("Replace by `\(text)`", isPreferred: true) { edit in
          context.editor.replace(value.range, with: text, in: &edit)
        }
      ]
    }
    return []
  }
}

extension QuickFixContext {
  /// The members of `where` in the attribute that the diagnostic is in.
  var conditions: [(name: Syntax, value: ExpressionSyntax)] {
    valueOfArgument("where")?.members ?? []
  }
}
