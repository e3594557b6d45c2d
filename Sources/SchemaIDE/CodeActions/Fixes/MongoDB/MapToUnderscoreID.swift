import SchemaModel
import SchemaParser

extension QuickFix {
  /// Maps the id of a MongoDB model to `_id`.
  static let mapToUnderscoreID = QuickFix(
    "Map an id to `_id`", rules: ["mongo-id-not-mapped"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    let map = field.attributes.first { $0.path?.text == "map" }
    return [
      context.fix("Add @map(\"_id\")", isPreferred: map == nil) { edit in
        let editor = context.editor
        if let map {
          editor.replace(editor.textRange(of: map), with: "@map(\"_id\")", in: &edit)
        } else {
          editor.addAttribute("@map(\"_id\")", to: field.syntax, in: &edit)
        }
      }
    ]
  }
}
