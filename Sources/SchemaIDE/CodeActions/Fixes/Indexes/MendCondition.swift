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
      case .enumeration: text = value.kind == .constant ? quoted(value.text) : nil
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

  /// Compares the scalar field of a relation, where only those can be compared.
  static let compareScalarField = QuickFix(
    "Compare the scalar field of a relation", rules: ["where-relation-field"]
  ) { context in
    guard let model = context.model else { return [] }
    for member in context.conditions {
      guard let field = model.field(Name(member.name.text)), field.isRelation,
        let scalars = field.relation?.fields?.fields, scalars.count == 1,
        let name = model.fieldNames(scalars).first, member.value.text == "null",
        !context.conditions.contains(where: { $0.name.text == name })
      else { continue }
      return [
        context.fix("Use `\(name)`", isPreferred: true) { edit in
          context.editor.replace(member.name.range, with: name, in: &edit)
        }
      ]
    }
    return []
  }
}

extension QuickFixContext {
  /// The members of `where` in the attribute that the diagnostic is in.
  fileprivate var conditions: [(name: Syntax, value: ExpressionSyntax)] {
    valueOfArgument("where")?.members ?? []
  }
}
