import SchemaModel

extension Rule {
  /// The type of a field is written in the wrong case.
  ///
  /// Names of types tell upper from lower case.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int @id
  ///   name string
  ///        ~~~~~~ error[type-wrong-case]: type `string` of field `name` does not exist, but `String` does
  /// }
  /// ```
  public static let typeWrongCase = Rule(
    id: "type-wrong-case", severity: .error,
    check: .problem { problem in
      Message(
        "type `\(problem[0])` of field `\(problem[2])` does not exist, but `\(problem[1])` does",
        note: "names of types tell upper from lower case",
        help: "write `\(problem[1])`")
    })
}
