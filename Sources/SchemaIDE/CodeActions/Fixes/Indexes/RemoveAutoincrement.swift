import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes `autoincrement()` where a table has several.
  static let removeAutoincrement = QuickFix(
    "Leave one field with `autoincrement()`", rules: ["autoincrement-multiple"]
  ) { context in
    guard let model = context.model else { return [] }
    let key = model.primaryKey?.fields.map(\.field) ?? []
    let fields = model.fields.filter {
      $0.defaultValue?.function == "autoincrement" && key != [$0.index]
    }
    return fields.compactMap { field in
      guard let syntax = context.analysis.fieldSyntax(field, in: model.block),
        let attribute = syntax.attributes.first(where: { $0.path?.text == "default" })
      else { return nil }
      return context.fix("Remove `@default` of `\(field.name)`") { edit in
        context.editor.remove(attribute, in: &edit)
      }
    }
  }
}
