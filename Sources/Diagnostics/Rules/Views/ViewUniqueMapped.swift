import SchemaModel

extension Rule {
  /// A unique of a view has a name in the database.
  ///
  /// Nothing in the database makes the rows of a view unique, so there is nothing to name.
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
  ///   id Int @unique(map: "active_user_key")
  ///          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-mapped]: the uniques of a view have no name in the database
  /// }
  /// ```
  public static let viewUniqueMapped = Rule(
    id: "view-unique-mapped", severity: .error,
    check: .index { context, index, findings in
      guard context.model.isView, index.explicitConstraintName != nil else { return }
      findings.report(
        Message(
          "the uniques of a view have no name in the database",
          note: "they exist in the client alone", help: "remove `map`"),
        at: index.range)
    })
}
