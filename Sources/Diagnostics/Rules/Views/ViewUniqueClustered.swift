import SchemaModel

extension Rule {
  /// A unique of a view is clustered.
  ///
  /// Nothing in the database makes the rows of a view unique, so there is nothing to store in
  /// order.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["views"]
  /// }
  ///
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// view ActiveUser {
  ///   id Int @unique(clustered: true)
  ///          ~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-clustered]: the uniques of a view can't be clustered
  /// }
  /// ```
  public static let viewUniqueClustered = Rule(
    id: "view-unique-clustered", severity: .error,
    check: .index { context, index, findings in
      guard context.model.isView, index.isClustered != nil else { return }
      findings.report(
        Message(
          "the uniques of a view can't be clustered",
          note: "they exist in the client alone", help: "remove `clustered`"),
        at: index.range)
    })
}
