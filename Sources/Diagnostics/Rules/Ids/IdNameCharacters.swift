import SchemaModel

extension Rule {
  /// The `name` of `@@id` has characters that a client can't use.
  ///
  /// The name is how the generated client calls the key, and consists of letters, digits and `_`.
  /// The name in the database is `map`.
  ///
  /// ```prisma
  /// model User {
  ///   first String
  ///   last  String
  ///
  ///   @@id([first, last], name: "first-last")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-name-characters]: name `first-last` of `@@id` may hold only the letters a to z, digits and `_`
  /// }
  /// ```
  public static let idNameCharacters = Rule(
    id: "id-name-characters", severity: .error,
    check: .problem { problem in
      Message(
        "name `\(problem[0])` of `@@id` may hold only the letters a to z, digits and `_`",
        note: "the generated client calls the key by this name",
        help: "choose another name; `map` is the name in the database")
    })
}
