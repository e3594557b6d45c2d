import SchemaModel

extension Rule {
  /// A default is not a value of the field's type.
  ///
  /// Text, times, JSON and bytes stand in double quotes; numbers, `true` and `false` don't.
  ///
  /// ```prisma
  /// model User {
  ///   id  Int @id
  ///   age Int @default("18")
  ///           ~~~~~~~~~~~~~~ error[default-literal-mismatch]: `"18"` is no value of type `Int` for the default of field `age`
  /// }
  /// ```
  public static let defaultLiteralMismatch = Rule(
    id: "default-literal-mismatch", severity: .error,
    check: .problem { problem in
      Message(
        """
        `\(problem[2])` is no value of type `\(problem[1])` for the default of field \
        `\(problem[0])`
        """,
        help: functions.contains(problem[2])
          ? "write `\(problem[2])()` to call the function" : "write \(problem[3])")
    })

  /// What is often written without its parentheses.
  private static let functions: Set<String> = [
    "auto", "autoincrement", "cuid", "dbgenerated", "nanoid", "now", "ulid", "uuid",
  ]
}
