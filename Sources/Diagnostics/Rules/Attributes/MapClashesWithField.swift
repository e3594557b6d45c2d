import SchemaModel

extension Rule {
  /// A field is mapped to a column that has the name of another field.
  ///
  /// Each field has a column of its own. A field without `@map` has the column of its own name.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   first String @map("name")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-clashes-with-field]: field `first` is mapped to `name`, which is the name of another field of `User`
  ///   name  String
  /// }
  /// ```
  public static let mapClashesWithField = Rule(
    id: "map-clashes-with-field", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[1])` is mapped to `\(problem[0])`, which is the name of another field \
        of `\(problem[2])`
        """,
        note: "each field has a column of its own",
        help: "map `\(problem[1])` to another name, or rename field `\(problem[0])`")
    })
}
