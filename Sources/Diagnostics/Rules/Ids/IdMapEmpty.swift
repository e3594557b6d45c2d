import SchemaModel

extension Rule {
  /// The `map` of a primary key is empty.
  ///
  /// It is the name of the constraint in the database. Without one Prisma makes up a name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id(map: "")
  ///          ~~~~~~~~~~~~ error[id-map-empty]: the primary key of `User` has an empty `map`
  /// }
  /// ```
  public static let idMapEmpty = Rule(
    id: "id-map-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the primary key of `\(problem[0])` has an empty `map`",
        help: "write the name of the constraint, or remove `map`")
    })
}
