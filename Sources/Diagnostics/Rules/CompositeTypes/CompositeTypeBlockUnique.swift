import SchemaModel

extension Rule {
  /// A composite type has `@@unique`.
  ///
  /// Indexes belong to collections. Define the constraint in the model that holds the composite
  /// type, with a dotted path.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///
  ///   @@unique([street])
  ///   ~~~~~~~~~~~~~~~~~~ error[composite-type-block-unique]: composite type `Address` can't have `@@unique`
  /// }
  /// ```
  public static let compositeTypeBlockUnique = Rule(
    id: "composite-type-block-unique", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `@@unique`",
        note: "indexes belong to the collection of a model",
        help: """
          define it in the model that holds `\(problem[0])`, as in `@@unique([address.street])`
          """)
    })
}
