import SchemaModel

extension Rule {
  /// A field of a composite type has `@relation`.
  ///
  /// Relations start at models. Let the model that holds the composite type have the relation.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   owner String @relation("owner")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[composite-field-relation]: field `owner` of composite type `Address` can't have `@relation`
  ///                ~~~~~~~~~~~~~~~~~~ error[attribute-unknown]: attribute `@relation` is not known on a composite type field (`owner`)
  /// }
  /// ```
  public static let compositeFieldRelation = Rule(
    id: "composite-field-relation", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of composite type `\(problem[1])` can't have `@relation`",
        note: "relations start at models only",
        help: "remove it, or put the relation on the model that holds `\(problem[1])`")
    })
}
