import SchemaModel
import SchemaParser

extension QuickFix {
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
