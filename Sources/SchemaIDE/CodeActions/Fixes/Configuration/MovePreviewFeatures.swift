import SchemaModel
import SchemaParser

extension QuickFix {
  /// Moves `previewFeatures` from the datasource to the generator.
  static let movePreviewFeatures = QuickFix(
    "Move `previewFeatures` to the generator", rules: ["datasource-preview-features"]
  ) { context in
    guard let property = context.propertyNamed("previewFeatures"), let value = property.value,
      let generator = context.analysis.clientGenerator
    else { return [] }
    return [
      context.fix("Move `previewFeatures` to the generator", isPreferred: true) { edit in
        context.editor.removeLine(of: property.range, in: &edit)
        let features = value.elements.map(\.text)
        if generator.declaration?.property("previewFeatures") == nil {
          generator.addMember(
            "previewFeatures = [\(features.joined(separator: ", "))]", in: &edit)
        } else {
          generator.addToList("previewFeatures", features.joined(separator: ", "), in: &edit)
        }
      }
    ]
  }
}
