import SchemaModel

extension Rule {
  /// A composite type has `@@map`.
  ///
  /// It has no table: it is stored inside the documents of models, under the names of their
  /// fields.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///
  ///   @@map("addresses")
  ///   ~~~~~~~~~~~~~~~~~~ error[composite-type-block-map]: composite type `Address` can't have `@@map`
  /// }
  /// ```
  public static let compositeTypeBlockMap = Rule(
    id: "composite-type-block-map", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `@@map`",
        note: "a composite type has no name in the database",
        help: "remove it; `@map` on fields names their keys")
    })
}
