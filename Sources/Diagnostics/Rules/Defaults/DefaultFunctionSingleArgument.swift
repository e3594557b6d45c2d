import SchemaModel

extension Rule {
  /// A function that takes a number is given something else.
  ///
  /// `uuid` and `cuid` take a version, `nanoid` takes a length: one number, or nothing.
  ///
  /// ```prisma
  /// model User {
  ///   id String @id @default(uuid("7"))
  ///                 ~~~~~~~~~~~~~~~~~~~ error[default-function-single-argument]: `uuid()` takes a single whole number
  /// }
  /// ```
  public static let defaultFunctionSingleArgument = Rule(
    id: "default-function-single-argument", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])()` takes a single whole number",
        help: "write `\(problem[0])()`, or one number in the parentheses")
    })
}
