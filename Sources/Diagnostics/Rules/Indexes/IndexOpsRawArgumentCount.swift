import SchemaModel

extension Rule {
  /// `raw` is not given exactly one operator class.
  ///
  /// An indexed field has one operator class.
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
  ///   @@index([data(ops: raw())], type: Gin)
  ///                      ~~~~~ error[index-ops-raw-argument-count]: `raw` takes one operator class, not 0
  /// }
  /// ```
  public static let indexOpsRawArgumentCount = Rule(
    id: "index-ops-raw-argument-count", severity: .error,
    check: .problem { problem in
      Message(
        "`raw` takes one operator class, not \(problem[0])",
        help: "write `raw(\"…\")` with the name of the operator class in the database")
    })
}
