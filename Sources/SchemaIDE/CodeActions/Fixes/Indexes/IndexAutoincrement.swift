import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes a field with `autoincrement()` the beginning of an index.
  static let indexAutoincrement = QuickFix(
    "Make a field with `autoincrement()` unique", rules: ["autoincrement-not-indexed"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    return [
      context.fix("Add `@unique`", isPreferred: true) { edit in
        context.editor.addAttribute("@unique", to: field.syntax, in: &edit)
      }
    ]
  }
}
