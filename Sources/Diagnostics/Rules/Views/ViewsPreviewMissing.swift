import SchemaModel

extension Rule {
  /// Views need a preview feature.
  ///
  /// Views are read like models, and still in preview.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// view ActiveUser {
  /// ~~~~~~~~~~~~~~~~~ error[views-preview-missing]: views need the preview feature `views`
  ///   id Int @unique
  /// }
  /// ```
  public static let viewsPreviewMissing = Rule(
    id: "views-preview-missing", severity: .error, dependsOnPreviewFeatures: true,
    check: .model { context, findings in
      guard context.model.isView, !context.configuration.hasPreviewFeature("views") else { return }
      findings.report(
        Message(
          "views need the preview feature `views`",
          help: "add `previewFeatures = [\"views\"]` to a generator"),
        at: context.model.range)
    })
}
