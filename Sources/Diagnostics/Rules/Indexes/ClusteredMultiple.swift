import SchemaModel

extension Rule {
  /// Several indexes are clustered.
  ///
  /// A table is stored in the order of one index.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id    Int    @id(clustered: false)
  ///   name  String @unique(clustered: true)
  ///                ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-multiple]: model `User` has several clustered indexes
  ///   email String @unique(clustered: true)
  ///                ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-multiple]: model `User` has several clustered indexes
  /// }
  /// ```
  public static let clusteredMultiple = Rule(
    id: "clustered-multiple", severity: .error,
    check: .model { context, findings in
      guard context.connector.supportsClustering, !context.model.isView else { return }
      let model = context.model
      var count = 0
      for index in model.indexes where index.isClustered == true { count += 1 }
      guard count > 1 else { return }
      for index in model.indexes where index.isClustered == true {
        let other = model.indexes.first { $0.isClustered == true && $0.ordinal != index.ordinal }
        findings.report(
          Message(
            "model `\(model.name)` has several clustered indexes",
            note: "a table is stored in the order of one of them",
            help: "leave `clustered: true` on one"),
          at: index.range,
          related: other.map { [RelatedPlace(.range(model.id, $0.range), "another one is here")] }
            ?? [])
      }
    })
}
