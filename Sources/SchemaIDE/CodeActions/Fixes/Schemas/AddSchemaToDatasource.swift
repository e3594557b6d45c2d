import SchemaModel
import SchemaParser

extension QuickFix {
  /// Lists the schema of a declaration in the datasource.
  static let addSchemaToDatasource = QuickFix(
    "List a schema in the datasource", rules: ["schema-unknown"]
  ) { context in
    let literal = context.text
    guard literal.hasPrefix("\""), let datasource = context.schema.configuration.datasource,
      let editor = context.analysis.editor(of: datasource.id)
    else { return [] }
    return [
      context.fix("Add schema to schemas") { edit in
        let properties = ["url", "provider"].compactMap { editor.declaration?.property($0) }
        if editor.declaration?.property("schemas") == nil, let first = properties.first {
          editor.insert(
            "\(editor.indent)schemas = [\(literal)]\(editor.lines.lineEnd)",
            at: editor.lines.next(of: first.range.start), in: &edit)
        } else {
          editor.addToList("schemas", literal, in: &edit)
        }
      }
    ]
  }
}
