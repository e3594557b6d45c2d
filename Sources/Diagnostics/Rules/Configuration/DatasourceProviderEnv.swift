import SchemaModel

extension Rule {
  /// The provider of a datasource comes from the environment.
  ///
  /// A schema is written for one kind of database, so its provider can't change from one machine
  /// to another.
  ///
  /// ```prisma
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-provider-env]: the provider of datasource `db` can't come from the environment
  ///   provider = env("DATABASE_PROVIDER")
  /// }
  /// ```
  public static let datasourceProviderEnv = Rule(
    id: "datasource-provider-env", severity: .error,
    check: .problem { problem in
      Message(
        "the provider of datasource `\(problem[0])` can't come from the environment",
        note: "a schema is written for one kind of database",
        help: "write it as text, as in `provider = \"postgresql\"`")
    })
}
