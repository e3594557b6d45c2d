import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives `experimentalFeatures` the name that it has today.
  static let renameExperimentalFeatures = QuickFix(
    "Rename `experimentalFeatures`", rules: ["lint-experimental-features"],
    // The features were not looked at before.
    leavesOpen: ["preview-feature-unknown"]
  ) { context in
    guard context.propertyNamed("previewFeatures") == nil else { return [] }
    return [
      context.fix("Rename property to 'previewFeatures'", isPreferred: true) { edit in
        context.editor.replace(context.range, with: "previewFeatures", in: &edit)
      }
    ]
  }
}
