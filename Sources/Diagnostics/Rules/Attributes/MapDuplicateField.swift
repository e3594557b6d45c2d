import SchemaModel

extension Rule {
  /// Two fields of a model are mapped to the same column.
  ///
  /// Each field has a column of its own.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   first String @map("name")
  ///   last  String @map("name")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-duplicate-field]: field `last` is mapped to `name`, as another field of `User` is
  /// }
  /// ```
  public static let mapDuplicateField = Rule(
    id: "map-duplicate-field", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[1])` is mapped to `\(problem[0])`, as another field of \
        `\(problem[2])` is
        """,
        note: "each field has a column of its own",
        help: "map one of them to another name")
    })
}
