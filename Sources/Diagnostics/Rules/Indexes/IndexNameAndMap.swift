import SchemaModel

extension Rule {
  /// An `@@index` has both a `name` and a `map`.
  ///
  /// Both are the name of the index in the database; `name` is the old spelling.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name], name: "a", map: "b")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-name-and-map]: `@@index` of `User` has both `name` and `map`
  /// }
  /// ```
  public static let indexNameAndMap = Rule(
    id: "index-name-and-map", severity: .error,
    check: .problem { problem in
      Message(
        "`@@index` of `\(problem[0])` has both `name` and `map`",
        note: "both are the name in the database; `name` is the old spelling of `map`",
        help: "remove `name`")
    })
}
