import SchemaModel

extension Rule {
  /// A composite type has a block attribute.
  ///
  /// It takes none: what `@@` attributes say is about tables and collections.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///
  ///   @@schema("public")
  ///   ~~~~~~~~~~~~~~~~~~ error[composite-type-block-attribute]: composite type `Address` can't have `@@schema`
  /// }
  /// ```
  public static let compositeTypeBlockAttribute = Rule(
    id: "composite-type-block-attribute", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `\(problem[1])`",
        note: "composite types take no block attributes",
        help: "remove it")
    })
}
