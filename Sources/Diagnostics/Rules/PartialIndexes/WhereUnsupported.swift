import SchemaModel

extension Rule {
  /// The database has no partial indexes.
  ///
  /// With `where`, an index covers only some of the rows. PostgreSQL, CockroachDB, SQLite and SQL
  /// Server have such indexes.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["partialIndexes"]
  /// }
  ///
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id      Int    @id
  ///   email   String
  ///   deleted Boolean
  ///
  ///   @@index([email], where: { deleted: false })
  ///                    ~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-unsupported]: `mysql` has no partial indexes
  /// }
  /// ```
  public static let whereUnsupported = Rule(
    id: "where-unsupported", severity: .error, evidence: .line, dependsOnPreviewFeatures: true,
    check: .index { context, index, findings in
      guard let range = index.whereRange, !context.connector.supportsPartialIndexes,
        !context.model.isView, context.configuration.hasPreviewFeature("partialIndexes")
      else { return }
      findings.report(
        Message("\(context.connector.subject) has no partial indexes", help: "remove `where`"),
        at: range)
    })
}
