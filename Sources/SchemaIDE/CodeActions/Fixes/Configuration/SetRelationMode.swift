import SchemaModel
import SchemaParser

extension QuickFix {
  /// Sets `relationMode` to one of its values.
  static let setRelationMode = QuickFix(
    "Set the relation mode", rules: ["datasource-relation-mode-invalid"]
  ) { context in
    guard
      let value =
        (context.propertyNamed("relationMode") ?? context.propertyNamed("referentialIntegrity"))?
        .value
    else { return [] }
    let modes = context.connector == .mongodb ? ["prisma"] : ["foreignKeys", "prisma"]
    return modes.map { mode in
      context.fix("Write `\"\(mode)\"`", isPreferred: modes.count == 1) { edit in
        context.editor.replace(value.range, with: "\"\(mode)\"", in: &edit)
      }
    }
  }
}
