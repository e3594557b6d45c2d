import Diagnostics
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

  /// Replaces the name of an unknown schema by the one that was probably meant.
  static let changeSchemaSpelling = QuickFix(
    "Correct the spelling of a schema", rules: ["schema-unknown"]
  ) { context in
    let schemas = context.schema.configuration.datasource?.schemas ?? []
    let written = context.text.filter { $0 != "\"" }
    guard let meant = Suggestion.nearest(to: written, among: schemas.map(\.value)),
      meant != written
    else { return [] }
    return [
      context.fix("Change spelling to '\(meant)'", isPreferred: true) { edit in
        context.editor.replace(context.range, with: "\"\(meant)\"", in: &edit)
      }
    ]
  }
}
