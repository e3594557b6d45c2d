import SchemaModel

extension Rule {
  /// The `name` of an index is empty.
  ///
  /// The name of a `@@unique` is how the generated client calls it. That of an `@@index` is the
  /// old spelling of `map`.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   first String
  ///   last  String
  ///
  ///   @@unique([first, last], name: "")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-name-empty]: `@@unique` of `User` has an empty `name`
  /// }
  /// ```
  public static let indexNameEmpty = Rule(
    id: "index-name-empty", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` of `\(problem[1])` has an empty `name`",
        help: "write a name, or remove `name`")
    })
}
