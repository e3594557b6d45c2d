import SchemaModel

extension Rule {
  /// The id is clustered, and an index is too.
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
  ///   name String
  ///
  ///   @@index([name], clustered: true)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-index-and-id]: an index of model `User` is clustered, and the id is too
  /// }
  /// ```
  public static let clusteredIdAndIndex = Rule(
    id: "clustered-id-and-index", severity: .error,
    check: .primaryKey { context, key, findings in
      guard context.connector.supportsClustering, key.isClustered != false, !context.model.isView,
        let index = context.model.indexes.first(where: { $0.isClustered == true })
      else { return }
      findings.report(
        Message(
          "the id of model `\(context.model.name)` is clustered, and an index is too",
          note: "a table is stored in the order of one of them; ids are clustered by default",
          help: "write `clustered: false` on the id, or remove `clustered` from the index"),
        at: key.range,
        related: [RelatedPlace(.range(context.model.id, index.range), "the index is here")])
    })
}
