import SchemaModel

extension Rule {
  /// The default of a field of a composite type has a name.
  ///
  /// Such a default is applied by Prisma, not by the database, so there is no constraint to name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   country String @default("NL", map: "country_default")
  ///                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-map]: the default of field `country` can't have `map`
  /// }
  /// ```
  public static let defaultCompositeMap = Rule(
    id: "default-composite-map", severity: .error,
    check: .problem { problem in
      Message(
        "the default of field `\(problem[0])` can't have `map`",
        note: """
          Prisma applies the defaults of composite types itself, so the database has no \
          constraint to name
          """,
        help: "remove `map`")
    })
}
