import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the single side of a relation a list, so that the relation is many-to-many.
  static let markRelationFieldAsMany = QuickFix(
    "Make a relation many-to-many", rules: ["one-to-many-fields-missing"],
    leavesOpen: ["m2m-no-single-id"]
  ) { context in
    guard let side = context.relationField, side.field.arity != .list, side.attribute == nil,
      context.connector.supportsImplicitManyToMany
    else { return [] }
    return [
      context.fix("Mark relation field as many `[]`") { edit in
        guard let type = side.syntax?.type, let name = type.name,
          let editor = context.analysis.editor(of: side.model.id)
        else { return }
        editor.replace(TextRange(name.range.end, type.range.end), with: "[]", in: &edit)
      }
    ]
  }
}
