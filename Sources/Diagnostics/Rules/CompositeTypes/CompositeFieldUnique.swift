import SchemaModel

extension Rule {
  /// A field of a composite type has `@unique`.
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
  ///   street String @unique
  ///   ~~~~~~~~~~~~~~~~~~~~~ error[composite-field-unique]: field `street` of composite type `Address` can't have `@unique`
  ///                 ~~~~~~~ error[attribute-unknown]: attribute `@unique` is not known on a composite type field (`street`)
  /// }
  /// ```
  public static let compositeFieldUnique = Rule(
    id: "composite-field-unique", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of composite type `\(problem[1])` can't have `@unique`",
        note: "indexes belong to the collection of a model",
        help: """
          define it in the model that holds `\(problem[1])`, as in \
          `@@unique([address.\(problem[0])])`
          """)
    })
}
