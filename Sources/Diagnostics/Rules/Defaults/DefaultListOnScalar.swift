import SchemaModel

extension Rule {
  /// A single value has a list as its default.
  ///
  /// Brackets make a list, and only a field whose type ends in `[]` holds one.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @default(["Ada"])
  ///               ~~~~~~~~~~~~~~~~~ error[default-list-on-scalar]: the default of field `name` can't be a list
  /// }
  /// ```
  public static let defaultListOnScalar = Rule(
    id: "default-list-on-scalar", severity: .error,
    check: .problem { problem in
      Message(
        "the default of field `\(problem[0])` can't be a list",
        note: "its type is `\(problem[1])`, a single value",
        help: "remove the brackets, or make the type `\(problem[1])[]`")
    })
}
