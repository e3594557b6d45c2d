import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives an implicit many-to-many relation the name that its table has anyway.
  static let nameManyToMany = QuickFix(
    "Name a many-to-many relation", rules: ["lint-unnamed-many-to-many"]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema) else {
      return []
    }
    let name = side.field.relationName(in: side.model.name)
    return [
      context.fix("Name the relation `\(name)`") { edit in
        for side in [side, opposite] {
          context.analysis.setRelationName(name, of: side.field, in: side.model, &edit)
        }
      }
    ]
  }
}
