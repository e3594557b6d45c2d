import SchemaModel

extension Rule {
  /// A datasource has no provider.
  ///
  /// It names the kind of database, which decides on types, attributes and names.
  ///
  /// ```prisma
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-provider-missing]: datasource `db` has no `provider`
  /// }
  /// ```
  public static let datasourceProviderMissing = Rule(
    id: "datasource-provider-missing", severity: .error,
    check: .problem { problem in
      Message(
        "datasource `\(problem[0])` has no `provider`",
        help: "add `provider = \"postgresql\"`, or another kind of database")
    })
}
