extension Rule {
  /// The shadow database is the database itself, by its `url`.
  ///
  /// The shadow database is emptied again and again while migrations are made, so it must be
  /// another one.
  ///
  /// ```prisma v6
  /// datasource db {
  ///   provider          = "postgresql"
  ///   url               = env("DATABASE_URL")
  ///                       ~~~~~~~~~~~~~~~~~~~ error[datasource-shadow-equals-url]: `shadowDatabaseUrl` is the same as `url`
  ///   shadowDatabaseUrl = env("DATABASE_URL")
  /// }
  /// ```
  public static let datasourceShadowEqualsUrl = Rule(
    id: "datasource-shadow-equals-url", severity: .error,
    check: .problem { _ in
      Message(
        "`shadowDatabaseUrl` is the same as `url`",
        note: "the shadow database is emptied while migrations are made",
        help: "give `shadowDatabaseUrl` a database of its own, or remove it")
    })
}
