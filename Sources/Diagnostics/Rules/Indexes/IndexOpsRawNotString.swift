import SchemaModel

extension Rule {
  /// The operator class in `raw` is no string.
  ///
  /// `raw` takes the name as the database knows it.
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
  ///   @@index([data(ops: raw(jsonb_path_ops))], type: Gin)
  ///                      ~~~~~~~~~~~~~~~~~~~ error[index-ops-raw-not-string]: `raw` takes a string, but `jsonb_path_ops` is none
  /// }
  /// ```
  public static let indexOpsRawNotString = Rule(
    id: "index-ops-raw-not-string", severity: .error,
    check: .problem { problem in
      Message(
        "`raw` takes a string, but `\(problem[0])` is none",
        help: "put the name of the operator class in double quotes")
    })
}
