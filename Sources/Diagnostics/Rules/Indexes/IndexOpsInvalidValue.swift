import SchemaModel

extension Rule {
  /// The `ops` of an indexed field is no operator class.
  ///
  /// It is the name of an operator class without quotes, or `raw("…")` with the name in the
  /// database.
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
  ///   @@index([data(ops: "jsonb_path_ops")], type: Gin)
  ///                 ~~~~~~~~~~~~~~~~~~~~~ error[index-ops-invalid-value]: `"jsonb_path_ops"` is no operator class
  /// }
  /// ```
  public static let indexOpsInvalidValue = Rule(
    id: "index-ops-invalid-value", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is no operator class",
        help: """
          write its name without quotes, as in `JsonbPathOps`, or the name in the database as \
          `raw("…")`
          """)
    })
}
