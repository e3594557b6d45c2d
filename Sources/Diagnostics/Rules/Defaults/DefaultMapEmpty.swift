import SchemaModel

extension Rule {
  /// The `map` of a default is empty.
  ///
  /// It is the name of the constraint in the database. Without one Prisma makes up a name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @default("Ada", map: "")
  ///               ~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-empty]: the default of field `name` has an empty `map`
  /// }
  /// ```
  public static let defaultMapEmpty = Rule(
    id: "default-map-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the default of field `\(problem[0])` has an empty `map`",
        help: "write the name of the constraint, or remove `map`")
    })
}
