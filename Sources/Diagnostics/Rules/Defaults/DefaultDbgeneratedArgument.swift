extension Rule {
  /// `dbgenerated` is given something else than one string.
  ///
  /// It takes an expression of the database, as text. Without one it says that the column has a
  /// default in the database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id String @id @default(dbgenerated(gen_random_uuid()))
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-dbgenerated-argument]: `dbgenerated()` takes a single string
  /// }
  /// ```
  public static let defaultDbgeneratedArgument = Rule(
    id: "default-dbgenerated-argument", severity: .error,
    check: .problem { _ in
      Message(
        "`dbgenerated()` takes a single string",
        note: "it is an expression of the database, as text",
        help: "write `dbgenerated(\"…\")`")
    })
}
