import SchemaModel

extension Rule {
  /// A field of an unsupported type has a default that is not left to the database.
  ///
  /// Prisma doesn't know the values of such a type. `dbgenerated("…")` takes an expression of the
  /// database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Place {
  ///   id  Int                  @id
  ///   pos Unsupported("point") @default("(0,0)")
  ///                            ~~~~~~~~~~~~~~~~~ error[default-unsupported-type]: field `pos` of an unsupported type takes only `dbgenerated(…)` as its default
  /// }
  /// ```
  public static let defaultUnsupportedType = Rule(
    id: "default-unsupported-type", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[0])` of an unsupported type takes only `dbgenerated(…)` as its \
        default
        """,
        note: "Prisma doesn't know the values of this type",
        help: "write `@default(dbgenerated(\"…\"))` with an expression of the database")
    })
}
