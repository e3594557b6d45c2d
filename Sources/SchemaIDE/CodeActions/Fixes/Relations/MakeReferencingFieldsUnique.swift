import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the fields of a one-to-one relation unique.
  static let makeReferencingFieldsUnique = QuickFix(
    "Make the fields of a one-to-one relation unique", rules: ["one-to-one-not-unique"]
  ) { context in
    guard let side = context.relationField, !side.scalarFields.isEmpty else { return [] }
    // A required opposite is a list that lacks its `[]`.
    let opposite = side.opposite(in: context.schema)
    return [
      context.fix(
        "Make referencing fields unique", isPreferred: opposite?.field.arity != .required
      ) { edit in
        context.analysis.makeUnique(side.scalarFields, of: side.model, in: &edit)
      }
    ]
  }
}

extension Analysis {
  /// Gives a model a unique over some of its fields: `@unique` for one, `@@unique` for several.
  func makeUnique(_ fields: [Field], of model: Model, in edit: inout SchemaEdit) {
    guard let editor = editor(of: model.id) else { return }
    if fields.count == 1, let syntax = fieldSyntax(fields[0], in: model.block) {
      editor.addAttribute("@unique", to: syntax.syntax, in: &edit)
    } else {
      let names = fields.map(\.name).joined(separator: ", ")
      editor.addBlockAttribute("@@unique([\(names)])", in: &edit)
    }
  }
}
