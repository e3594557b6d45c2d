import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes a preview feature by its new name.
  static let renamePreviewFeature = QuickFix(
    "Rename a preview feature", rules: ["preview-feature-renamed"]
  ) { context in
    guard let element = context.previewFeature, let name = context.problem?[1], !name.isEmpty
    else { return [] }
    return [
      context.fix("Rename to `\(name)`", isPreferred: true) { edit in
        context.editor.replace(element.range, with: "\"\(name)\"", in: &edit)
      }
    ]
  }
}
