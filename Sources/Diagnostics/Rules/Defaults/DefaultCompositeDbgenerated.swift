import SchemaModel

extension Rule {
  /// A field of a composite type leaves its default to the database.
  ///
  /// Prisma applies the defaults of composite types itself.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   country String @default(dbgenerated("country"))
  ///                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-dbgenerated]: field `country` of a composite type can't have a default by `dbgenerated()`
  /// }
  /// ```
  public static let defaultCompositeDbgenerated = Rule(
    id: "default-composite-dbgenerated", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of a composite type can't have a default by `dbgenerated()`",
        note: "Prisma applies the defaults of composite types itself",
        help: "write a value, or one of `cuid()`, `uuid()`, `ulid()` and `now()`")
    })
}
