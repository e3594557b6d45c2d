import SchemaModel
import SchemaParser

extension QuickFix {
  /// Leaves out of the client what refers to a model that is left out.
  static let ignoreRelationField = QuickFix(
    "Leave a relation field out of the client", rules: ["relation-to-ignored-model"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    return [
      context.fix("Add `@ignore`", isPreferred: true) { edit in
        context.editor.addAttribute("@ignore", to: field.syntax, in: &edit)
      }
    ]
  }
}
