import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes a preview feature that is none any more, or does not exist.
  static let removePreviewFeature = QuickFix(
    "Remove a preview feature",
    rules: ["preview-feature-deprecated", "preview-feature-stabilized", "preview-feature-unknown"]
  ) { context in
    guard let element = context.previewFeature,
      let property = context.propertyNamed("previewFeatures")
    else { return [] }
    return [
      context.fix(
        "Remove `\(element.text.filter { $0 != "\"" })`",
        isPreferred: context.diagnostic.id == "preview-feature-stabilized"
      ) { edit in
        let elements = property.value?.elements.map(\.range) ?? []
        guard let index = elements.firstIndex(of: element.range) else { return }
        if elements.count == 1 {
          context.editor.removeLine(of: property.range, in: &edit)
        } else if index > 0 {
          context.editor.replace(
            TextRange(elements[index - 1].end, element.range.end), with: "", in: &edit)
        } else {
          context.editor.replace(
            TextRange(element.range.start, elements[1].start), with: "", in: &edit)
        }
      }
    ]
  }
}
