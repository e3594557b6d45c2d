import SchemaModel

extension Rule {
  /// A field of a type from an extension has a default that is not left to the database.
  ///
  /// Prisma doesn't know the values of such a type. `dbgenerated("…")` takes an expression of the
  /// database. Types from extensions are known to Prisma's own tools only while they look at a
  /// database, so no schema on its own is reported.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Place {
  ///   id  Int                     @id
  ///   pos Unsupported("geometry") @default(dbgenerated("ST_Point(0, 0)"))
  /// }
  /// ```
  public static let defaultExtensionType = Rule(
    id: "default-extension-type", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[0])` of a type from an extension takes only `dbgenerated(…)` as its \
        default
        """,
        note: "Prisma doesn't know the values of this type",
        help: "write `@default(dbgenerated(\"…\"))` with an expression of the database")
    })
}
