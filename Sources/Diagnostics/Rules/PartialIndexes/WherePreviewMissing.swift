import SchemaModel

extension Rule {
  /// A partial index needs a preview feature.
  ///
  /// With `where`, an index covers only some of the rows.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id      Int    @id
  ///   email   String
  ///   deleted Boolean
  ///
  ///   @@index([email], where: raw("deleted = false"))
  ///                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-preview-missing]: `where` needs the preview feature `partialIndexes`
  /// }
  /// ```
  public static let wherePreviewMissing = Rule(
    id: "where-preview-missing", severity: .error, evidence: .line, dependsOnPreviewFeatures: true,
    check: .index { context, index, findings in
      guard let range = index.whereRange, !context.model.isView,
        !context.configuration.hasPreviewFeature("partialIndexes")
      else { return }
      findings.report(
        Message(
          "`where` needs the preview feature `partialIndexes`",
          help: "add `previewFeatures = [\"partialIndexes\"]` to a generator"),
        at: range)
    })
}
