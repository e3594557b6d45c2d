import SchemaModel

extension Rule {
  /// A value is of the wrong kind.
  ///
  /// Strings stand in double quotes, numbers, `true`, `false` and names of fields don't, and lists
  /// stand in brackets.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @map(user_name)
  ///                    ~~~~~~~~~ error[value-type-mismatch]: expected a string, but `user_name` is a constant
  /// }
  /// ```
  package static let valueTypeMismatch = Rule(
    id: "value-type-mismatch", severity: .error,
    check: .problem { problem in
      Message(
        "expected \(problem[0]), but `\(problem[2])` is \(problem[1])",
        help: problem[0] == "a string" ? "put the text in double quotes" : "write \(problem[0])")
    })
}
