import SchemaModel

extension Rule {
  /// A datasource has no `url`.
  ///
  /// Up to Prisma 6 it says where the database is. From Prisma 7 on that is told by
  /// `prisma.config.ts`.
  ///
  /// ```prisma v6
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-url-missing]: datasource `db` has no `url`
  ///   provider = "postgresql"
  /// }
  /// ```
  public static let datasourceUrlMissing = Rule(
    id: "datasource-url-missing", severity: .error,
    check: .problem { problem in
      Message(
        "datasource `\(problem[0])` has no `url`",
        note: "up to Prisma 6 the schema says where the database is",
        help: "add `url = env(\"DATABASE_URL\")`")
    })
}
