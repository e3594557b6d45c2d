import SchemaModel

extension Rule {
  /// `dbgenerated` is given an empty string.
  ///
  /// No expression makes a value out of nothing. Without an argument it says that the column has a
  /// default in the database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id String @id @default(dbgenerated(""))
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-dbgenerated-empty]: the default of field `id` is an empty expression
  /// }
  /// ```
  public static let defaultDbgeneratedEmpty = Rule(
    id: "default-dbgenerated-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the default of field `\(problem[0])` is an empty expression",
        help: "write `dbgenerated()`, or the expression of the database in quotes")
    })
}
