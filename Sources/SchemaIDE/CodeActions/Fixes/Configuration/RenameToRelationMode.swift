import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives `referentialIntegrity` the name that it has today.
  static let renameToRelationMode = QuickFix(
    "Rename `referentialIntegrity`", rules: ["datasource-referential-integrity-deprecated"]
  ) { context in
    guard let name = context.cursor.innermost(.property)?.first(.name),
      name.text == "referentialIntegrity",
      context.propertyNamed("relationMode") == nil
    else { return [] }
    return [
      context.fix("Rename property to relationMode", isPreferred: true) { edit in
        context.editor.replace(name.range, with: "relationMode", in: &edit)
      }
    ]
  }
}
