import SchemaModel

extension Rule {
  /// The `map` of an index is empty.
  ///
  /// It is the name of the index in the database. Without one Prisma makes up a name.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @unique(map: "")
  ///               ~~~~~~~~~~~~~~~~ error[index-map-empty]: `@unique` of `User` has an empty `map`
  /// }
  /// ```
  public static let indexMapEmpty = Rule(
    id: "index-map-empty", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` of `\(problem[1])` has an empty `map`",
        help: "write the name of the index in the database, or remove `map`")
    })
}
