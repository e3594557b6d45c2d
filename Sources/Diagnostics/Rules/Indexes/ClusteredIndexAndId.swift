import SchemaModel

extension Rule {
  /// An index is clustered, and the id is too.
  ///
  /// A table is stored in the order of one index. In SQL Server that is the primary key, unless it says
  /// `clustered: false`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///               ~~~ error[clustered-id-and-index]: the id of model `User` is clustered, and an index is too
  ///   name String @unique(clustered: true)
  ///               ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-index-and-id]: an index of model `User` is clustered, and the id is too
  /// }
  /// ```
  public static let clusteredIndexAndId = Rule(
    id: "clustered-index-and-id", severity: .error,
    check: .index { context, index, findings in
      guard index.isClustered == true, context.connector.supportsClustering, !context.model.isView,
        let key = context.model.primaryKey, key.isClustered != false
      else { return }
      findings.report(
        Message(
          "an index of model `\(context.model.name)` is clustered, and the id is too",
          note: "a table is stored in the order of one of them; ids are clustered by default",
          help: "write `clustered: false` on the id, or remove `clustered` from the index"),
        at: index.range,
        related: [RelatedPlace(.range(context.model.id, key.range), "the id is here")])
    })
}
