extension Rule {
  /// A datasource has `url`, which Prisma 7 has removed.
  ///
  /// The tools read the URL from `prisma.config.ts`. The client is given a driver adapter, or the
  /// URL of Prisma Accelerate, in its constructor.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   url      = env("DATABASE_URL")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-url-removed]: `url` is no longer a property of the datasource in Prisma 7
  /// }
  /// ```
  public static let datasourceUrlRemoved = Rule(
    id: "datasource-url-removed", severity: .error,
    check: .problem { _ in
      Message(
        "`url` is no longer a property of the datasource in Prisma 7",
        note: """
          the tools read it from `prisma.config.ts`, and the client is given an `adapter` or \
          `accelerateUrl`
          """,
        help: "remove it, and set `datasource: { url: … }` in `prisma.config.ts`")
    })
}
