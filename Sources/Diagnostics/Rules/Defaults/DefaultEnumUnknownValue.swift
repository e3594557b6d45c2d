import SchemaModel

extension Rule {
  /// The default of an enum field is no value of the enum.
  ///
  /// Values are named as in the schema, not as `@map` calls them in the database.
  ///
  /// ```prisma
  /// enum Role {
  ///   USER
  ///   ADMIN
  /// }
  ///
  /// model User {
  ///   id   Int  @id
  ///   role Role @default(GUEST)
  ///             ~~~~~~~~~~~~~~~ error[default-enum-unknown-value]: enum `Role` has no value `GUEST`
  /// }
  /// ```
  public static let defaultEnumUnknownValue = Rule(
    id: "default-enum-unknown-value", severity: .error,
    check: .problem { problem in
      Message(
        "enum `\(problem[1])` has no value `\(problem[0])`",
        help: problem[2].isEmpty
          ? "add `\(problem[0])` to `\(problem[1])`"
          : "write \(problem.names(2, last: "or")), or add `\(problem[0])` to `\(problem[1])`")
    })
}
