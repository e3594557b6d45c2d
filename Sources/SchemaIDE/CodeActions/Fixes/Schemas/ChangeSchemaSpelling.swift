import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
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
