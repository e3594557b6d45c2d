import SchemaModel

extension Rule {
  /// A field of a composite type refers to a model.
  ///
  /// A composite type is stored inside a document of a model, and relations start at models. Let
  /// the model that holds the composite type have the relation.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///   owner  User
  ///          ~~~~ error[composite-field-relation-type]: field `owner` of composite type `Address` can't refer to `User`
  /// }
  ///
  /// model User {
  ///   id String @id @map("_id")
  /// }
  /// ```
  public static let compositeFieldRelationType = Rule(
    id: "composite-field-relation-type", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[1])` of composite type `\(problem[2])` can't refer to `\(problem[0])`",
        note: "`\(problem[0])` is a model or view, and relations start at models only",
        help: """
          keep the id of `\(problem[0])` in a scalar field, or put the relation on the model \
          that holds `\(problem[2])`
          """)
    })
}
