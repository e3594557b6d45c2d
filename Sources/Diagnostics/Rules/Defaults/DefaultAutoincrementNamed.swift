import SchemaModel

extension Rule {
  /// A default by `autoincrement` has a name.
  ///
  /// The database keeps such a default as a property of the column, not as a constraint that could
  /// have a name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id Int @id @default(autoincrement(), map: "user_id_default")
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-autoincrement-named]: a default by `autoincrement()` can't have the name `user_id_default`
  /// }
  /// ```
  public static let defaultAutoincrementNamed = Rule(
    id: "default-autoincrement-named", severity: .error,
    check: .problem { problem in
      Message(
        "a default by `autoincrement()` can't have the name `\(problem[0])`",
        note: "the database keeps it as a property of the column, not as a constraint",
        help: "remove `map`")
    })
}
