import SchemaModel

extension Rule {
  /// The provider of a datasource is empty.
  ///
  /// It names the kind of database, which decides on types, attributes and names.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = ""
  ///              ~~ error[datasource-provider-empty]: the provider of datasource `db` is empty
  /// }
  /// ```
  public static let datasourceProviderEmpty = Rule(
    id: "datasource-provider-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the provider of datasource `\(problem[0])` is empty",
        help: """
          write `"postgresql"`, `"mysql"`, `"sqlite"`, `"sqlserver"`, `"cockroachdb"` or \
          `"mongodb"`
          """)
    })
}
