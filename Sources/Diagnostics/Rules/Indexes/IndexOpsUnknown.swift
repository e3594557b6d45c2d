import SchemaModel

extension Rule {
  /// An operator class is not known.
  ///
  /// Prisma knows the usual operator classes of PostgreSQL by names of its own, such as
  /// `JsonbPathOps` for `jsonb_path_ops`. Any other is given as text, with `raw`. Prisma's own tools
  /// crash where `ops` is another function than `raw`; here that is this error.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id   Int  @id
  ///   data Json
  ///
  ///   @@index([data(ops: jsonb_path_ops)], type: Gin)
  ///                      ~~~~~~~~~~~~~~ error[index-ops-unknown]: `jsonb_path_ops` is no operator class that Prisma knows
  /// }
  /// ```
  public static let indexOpsUnknown = Rule(
    id: "index-ops-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is no operator class that Prisma knows",
        note: """
          operator classes have names of their own here, such as `JsonbPathOps` for \
          `jsonb_path_ops`
          """,
        help: "write one of them, or the name in the database as `raw(\"…\")`")
    })
}
