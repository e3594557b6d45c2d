import SchemaModel

extension Rule {
  /// A file has several datasources.
  ///
  /// A schema describes one database. Write a schema of its own for each of several.
  ///
  /// ```prisma
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
  ///   provider = "postgresql"
  /// }
  ///
  /// datasource cache {
  /// ~~~~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `cache` is one of several
  ///   provider = "sqlite"
  /// }
  /// ```
  public static let datasourceMultiple = Rule(
    id: "datasource-multiple", severity: .error,
    check: .problem { problem in
      Message(
        "datasource `\(problem[0])` is one of several",
        note: "a schema describes one database",
        help: "keep one datasource")
    })
}
