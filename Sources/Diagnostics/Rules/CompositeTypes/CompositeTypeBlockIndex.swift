import SchemaModel

extension Rule {
  /// A composite type has `@@index`.
  ///
  /// Indexes belong to collections. Define the index in the model that holds the composite type,
  /// with a dotted path.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///
  ///   @@index([street])
  ///   ~~~~~~~~~~~~~~~~~ error[composite-type-block-index]: composite type `Address` can't have `@@index`
  /// }
  /// ```
  public static let compositeTypeBlockIndex = Rule(
    id: "composite-type-block-index", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `@@index`",
        note: "indexes belong to the collection of a model",
        help: """
          define it in the model that holds `\(problem[0])`, as in `@@index([address.street])`
          """)
    })
}
