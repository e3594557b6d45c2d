import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes a relation with lists of ids one with a table of its own.
  static let removeEmbeddedKeys = QuickFix(
    "Keep a many-to-many relation in a table of its own", rules: ["m2m-embedded-unsupported"]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema) else {
      return []
    }
    return [
      context.fix("Remove `fields` and `references`") { edit in
        for side in [side, opposite] {
          guard let attribute = side.attribute, let list = attribute.argumentList,
            let editor = context.analysis.editor(of: side.model.id)
          else { continue }
          let removed = attribute.arguments.filter {
            ["fields", "references"].contains($0.name?.text)
          }
          if removed.count == attribute.arguments.count {
            editor.remove(attribute, in: &edit)
          } else if !removed.isEmpty {
            editor.remove(removed, of: list, in: &edit)
          }
        }
      }
    ]
  }
}
