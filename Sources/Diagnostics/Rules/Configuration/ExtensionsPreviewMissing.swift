import SchemaModel

extension Rule {
  /// PostgreSQL extensions need a preview feature.
  ///
  /// Prisma manages the extensions of a database only while the feature is in `previewFeatures`.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  /// }
  ///
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [citext]
  ///   ~~~~~~~~~~~~~~~~~~~~~ error[extensions-preview-missing]: `extensions` needs the preview feature `postgresqlExtensions`
  /// }
  /// ```
  public static let extensionsPreviewMissing = Rule(
    id: "extensions-preview-missing", severity: .error, dependsOnPreviewFeatures: true,
    check: .schema { context, findings in
      guard context.connector == .postgresql, let datasource = context.configuration.datasource,
        let extensions = datasource.extensions,
        !context.configuration.hasPreviewFeature("postgresqlExtensions")
      else { return }
      findings.report(
        Message(
          "`extensions` needs the preview feature `postgresqlExtensions`",
          help: "add `previewFeatures = [\"postgresqlExtensions\"]` to a generator"),
        at: .range(datasource.id, extensions.propertyRange))
    })
}
