import SchemaModel

extension Rule {
  /// A composite type has `@@fulltext`.
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
  ///   @@fulltext([street])
  ///   ~~~~~~~~~~~~~~~~~~~~ error[composite-type-block-fulltext]: composite type `Address` can't have `@@fulltext`
  /// }
  /// ```
  public static let compositeTypeBlockFulltext = Rule(
    id: "composite-type-block-fulltext", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `@@fulltext`",
        note: "indexes belong to the collection of a model",
        help: """
          define it in the model that holds `\(problem[0])`, as in \
          `@@fulltext([address.street])`
          """)
    })
}
