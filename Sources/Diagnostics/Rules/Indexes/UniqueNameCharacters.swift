import SchemaModel

extension Rule {
  /// The `name` of a `@@unique` has characters that a client can't use.
  ///
  /// The name is how the generated client calls the constraint, and consists of letters, digits
  /// and `_`. The name in the database is `map`.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   first String
  ///   last  String
  ///
  ///   @@unique([first, last], name: "first-last")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-name-characters]: name `first-last` of `@@unique` may hold only the letters a to z, digits and `_`
  /// }
  /// ```
  public static let uniqueNameCharacters = Rule(
    id: "unique-name-characters", severity: .error,
    check: .problem { problem in
      Message(
        "name `\(problem[0])` of `@@unique` may hold only the letters a to z, digits and `_`",
        note: "the generated client calls the constraint by this name",
        help: "choose another name; `map` is the name in the database")
    })
}
