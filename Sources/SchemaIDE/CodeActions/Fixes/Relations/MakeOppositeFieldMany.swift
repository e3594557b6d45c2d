import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the other side of a one-to-one relation a list, so that it is one-to-many.
  static let makeOppositeFieldMany = QuickFix(
    "Make a one-to-one relation one-to-many", rules: ["one-to-one-not-unique"]
  ) { context in
    guard let side = context.relationField?.opposite(in: context.schema), side.field.arity != .list
    else { return [] }
    return [
      context.fix("Make `\(side.model.name).\(side.field.name)` a list") { edit in
        guard let type = side.syntax?.type, let name = type.name,
          let editor = context.analysis.editor(of: side.model.id)
        else { return }
        editor.replace(TextRange(name.range.end, type.range.end), with: "[]", in: &edit)
      }
    ]
  }
}
