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
  public static let valueTypeMismatch = Rule(
    id: "value-type-mismatch", severity: .error,
    check: .problem { problem in
      let help =
        switch problem[0] {
        case "a string": "put the text in double quotes"
        case "a constant": "write a name, without quotes"
        case "a function": "write a function, as in `name(…)`"
        case "a list": "put the values in brackets"
        default: "write \(problem[0])"
        }
      return Message("expected \(problem[0]), but `\(problem[2])` is \(problem[1])", help: help)
    })
}
