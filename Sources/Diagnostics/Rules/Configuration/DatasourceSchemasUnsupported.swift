import SchemaModel

extension Rule {
  /// A datasource lists schemas although its database has none.
  ///
  /// Several schemas in one database are there on PostgreSQL, CockroachDB and SQL Server.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlite"
  ///   schemas  = ["main"]
  ///              ~~~~~~~~ error[datasource-schemas-unsupported]: provider `sqlite` has no `schemas`
  /// }
  /// ```
  public static let datasourceSchemasUnsupported = Rule(
    id: "datasource-schemas-unsupported", severity: .error,
    check: .problem { problem in
      Message(
        "provider `\(problem[0])` has no `schemas`",
        note: """
          several schemas in one database are there on PostgreSQL, CockroachDB and SQL Server
          """,
        help: "remove the property")
    })
}
