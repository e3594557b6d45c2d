import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the other side of a one-to-one relation a list, so that it is one-to-many. Obvious where that
  /// side is required, which the one that is referred to can't be: mostly its `[]` was forgotten.
  static let makeOppositeFieldMany = QuickFix(
    "Make a one-to-one relation one-to-many", rules: ["one-to-one-not-unique"]
  ) { context in
    guard let side = context.relationField?.opposite(in: context.schema), side.field.arity != .list
    else { return [] }
    return [
      context.fix(
        "Make `\(side.model.name).\(side.field.name)` a list",
        isPreferred: side.field.arity == .required
      ) { side.setMark("[]", context.analysis, &$0) }
    ]
  }
}
