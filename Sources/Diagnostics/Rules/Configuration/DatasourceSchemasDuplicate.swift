import SchemaModel

extension Rule {
  /// A datasource lists a schema twice.
  ///
  /// One of the two does nothing, and may stand for another one.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   schemas  = ["public", "public"]
  ///               ~~~~~~~~ error[datasource-schemas-duplicate]: schema `public` is listed twice
  /// }
  /// ```
  public static let datasourceSchemasDuplicate = Rule(
    id: "datasource-schemas-duplicate", severity: .error,
    check: .problem { problem in
      Message("schema `\(problem[0])` is listed twice", help: "remove one of them")
    })
}
