extension Rule {
  /// `auto()` is given arguments.
  ///
  /// It is written with empty parentheses, and lets MongoDB make the id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id String @id @map("_id") @db.ObjectId @default(auto(1))
  ///                                          ~~~~~~~~~~~~~~~~~ error[default-auto-takes-no-arguments]: `auto()` takes no arguments
  /// }
  /// ```
  public static let defaultAutoTakesNoArguments = Rule(
    id: "default-auto-takes-no-arguments", severity: .error,
    check: .problem { _ in
      Message("`auto()` takes no arguments", help: "write `auto()`")
    })
}
