extension Rule {
  /// A datasource has `directUrl`, which Prisma 7 has removed.
  ///
  /// The tools read one URL, from `prisma.config.ts`, and use it directly.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider  = "postgresql"
  ///   directUrl = env("DIRECT_URL")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-direct-url-removed]: `directUrl` is no longer a property of the datasource in Prisma 7
  /// }
  /// ```
  public static let datasourceDirectUrlRemoved = Rule(
    id: "datasource-direct-url-removed", severity: .error,
    check: .problem { _ in
      Message(
        "`directUrl` is no longer a property of the datasource in Prisma 7",
        note: "the tools read one URL, from `prisma.config.ts`",
        help: """
          remove it, and set `datasource: { url: … }` in `prisma.config.ts` to the direct URL
          """)
    })
}
