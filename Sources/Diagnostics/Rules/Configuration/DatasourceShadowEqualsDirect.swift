extension Rule {
  /// The shadow database is the database itself, by its `directUrl`.
  ///
  /// The shadow database is emptied again and again while migrations are made, so it must be
  /// another one.
  ///
  /// ```prisma v6
  /// datasource db {
  ///   provider          = "postgresql"
  ///   url               = env("DATABASE_URL")
  ///   directUrl         = env("DIRECT_URL")
  ///                       ~~~~~~~~~~~~~~~~~ error[datasource-shadow-equals-direct]: `shadowDatabaseUrl` is the same as `directUrl`
  ///   shadowDatabaseUrl = env("DIRECT_URL")
  /// }
  /// ```
  public static let datasourceShadowEqualsDirect = Rule(
    id: "datasource-shadow-equals-direct", severity: .error,
    check: .problem { _ in
      Message(
        "`shadowDatabaseUrl` is the same as `directUrl`",
        note: "the shadow database is emptied while migrations are made",
        help: "give `shadowDatabaseUrl` a database of its own, or remove it")
    })
}
