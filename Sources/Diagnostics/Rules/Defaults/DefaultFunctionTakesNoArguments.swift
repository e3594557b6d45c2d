import SchemaModel

extension Rule {
  /// A function that takes no arguments is given some.
  ///
  /// `autoincrement()`, `ulid()` and `now()` are written with empty parentheses.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id @default(autoincrement())
  ///   at DateTime @default(now("UTC"))
  ///               ~~~~~~~~~~~~~~~~~~~~ error[default-function-takes-no-arguments]: `now()` takes no arguments
  /// }
  /// ```
  public static let defaultFunctionTakesNoArguments = Rule(
    id: "default-function-takes-no-arguments", severity: .error,
    check: .problem { problem in
      Message("`\(problem[0])()` takes no arguments", help: "write `\(problem[0])()`")
    })
}
