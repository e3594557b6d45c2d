import SchemaModel

extension Rule {
  /// Two datasources share a name.
  ///
  /// The name is what native types refer to, as in `@db.Text`. A schema needs only one datasource.
  ///
  /// ```prisma
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
  ///   provider = "postgresql"
  /// }
  ///
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
  ///            ~~ error[duplicate-datasource-name]: datasource `db` is already defined
  ///   provider = "postgresql"
  /// }
  /// ```
  public static let duplicateDatasourceName = Rule(
    id: "duplicate-datasource-name", severity: .error,
    check: .problem { problem in
      Message(
        "datasource `\(problem[0])` is already defined",
        note: "a schema needs only one datasource",
        help: "remove one of them")
    })
}
