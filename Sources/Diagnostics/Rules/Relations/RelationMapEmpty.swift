import SchemaModel

extension Rule {
  /// The `map` of a relation is empty.
  ///
  /// It is the name of the foreign key in the database. Without one Prisma makes up a name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id], map: "")
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-empty]: the foreign key of field `author` has an empty `map`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationMapEmpty = Rule(
    id: "relation-map-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the foreign key of field `\(problem[0])` has an empty `map`",
        help: "write the name of the foreign key, or remove `map`")
    })
}
