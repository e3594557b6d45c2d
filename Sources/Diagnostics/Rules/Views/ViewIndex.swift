import SchemaModel

extension Rule {
  /// A view has an index.
  ///
  /// Indexes belong to the tables that the view reads.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["views"]
  /// }
  ///
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// view ActiveUser {
  ///   id   Int    @unique
  ///   name String
  ///
  ///   @@index([name])
  ///   ~~~~~~~~~~~~~~~ error[view-index]: views have no indexes
  /// }
  /// ```
  public static let viewIndex = Rule(
    id: "view-index", severity: .error,
    check: .index { context, index, findings in
      guard context.model.isView, index.kind != .unique else { return }
      findings.report(
        Message(
          "views have no indexes",
          help: "remove `\(index.attributeName)`, and index the tables that the view reads"),
        at: index.range)
    })
}
