import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Opens a circle of required relations by making one optional.
  static let makeRelationOptional = QuickFix(
    "Make a relation optional", rules: ["lint-required-cascade-cycle"]
  ) { context in
    guard let side = context.relationField, side.field.arity == .required else { return [] }
    let keys = Set(side.scalarFields.map(\.index))
    let inID = side.model.primaryKey?.fields.contains { keys.contains($0.field) } ?? false
    if keys.isEmpty || inID { return [] }
    // Relations by the same fields are optional with them.
    let changed = side.model.fields.filter { field in
      field.arity == .required
        && (keys.contains(field.index)
          || field.relation?.fields?.fields.contains(where: keys.contains) == true)
    }
    return [
      context.fix("Make `\(side.model.name).\(side.field.name)` optional") { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        for field in changed {
          guard let type = context.analysis.fieldSyntax(field, in: editor.block)?.type else {
            continue
          }
          editor.insert("?", at: (type.name ?? type.syntax).range.end, in: &edit)
        }
      }
    ]
  }
}
