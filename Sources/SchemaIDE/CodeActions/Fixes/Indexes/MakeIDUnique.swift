import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes an id over several fields a unique, where ids have one field.
  static let makeIDUnique = QuickFix(
    "Make a compound id a unique", rules: ["id-compound-unsupported"],
    leavesOpen: ["mongo-id-missing"]
  ) { context in
    guard let path = context.attribute?.path, path.text == "id" else { return [] }
    return [
      context.fix("Make it `@@unique`") { edit in
        context.editor.replace(path.range, with: "unique", in: &edit)
      }
    ]
  }
}
