extension Rule {
  /// A datasource has `shadowDatabaseUrl`, which Prisma 7 has removed.
  ///
  /// The tools read it from `prisma.config.ts`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider          = "postgresql"
  ///   shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-shadow-url-removed]: `shadowDatabaseUrl` is no longer a property of the datasource in Prisma 7
  /// }
  /// ```
  public static let datasourceShadowUrlRemoved = Rule(
    id: "datasource-shadow-url-removed", severity: .error,
    check: .problem { _ in
      Message(
        "`shadowDatabaseUrl` is no longer a property of the datasource in Prisma 7",
        note: "the tools read it from `prisma.config.ts`",
        help: "remove it, and set `datasource: { shadowDatabaseUrl: … }` in `prisma.config.ts`")
    })
}
