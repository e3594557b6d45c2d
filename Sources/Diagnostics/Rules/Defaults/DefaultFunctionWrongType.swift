import SchemaModel

extension Rule {
  /// A default comes from a function that makes values of another type.
  ///
  /// `autoincrement()` counts, `cuid()`, `uuid()`, `ulid()` and `nanoid()` make text, and `now()`
  /// makes a time. `dbgenerated("…")` takes any expression of the database.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id @default(uuid())
  ///              ~~~~~~~~~~~~~~~~ error[default-function-wrong-type]: `uuid()` makes no value of type `Int`
  /// }
  /// ```
  public static let defaultFunctionWrongType = Rule(
    id: "default-function-wrong-type", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])()` makes no value of type `\(problem[1])`",
        note: "it goes with \(problem.names(2))",
        help: "change the type of the field, or the function")
    })
}
