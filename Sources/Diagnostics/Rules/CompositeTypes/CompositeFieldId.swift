import SchemaModel

extension Rule {
  /// A field of a composite type has `@id`.
  ///
  /// A composite type is part of a document, and only the document has an id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   number Int @id
  ///   ~~~~~~~~~~~~~~ error[composite-field-id]: field `number` of composite type `Address` can't have `@id`
  ///              ~~~ error[attribute-unknown]: attribute `@id` is not known on a composite type field (`number`)
  /// }
  /// ```
  public static let compositeFieldId = Rule(
    id: "composite-field-id", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of composite type `\(problem[1])` can't have `@id`",
        note: "only the document that holds it has an id",
        help: "remove `@id`")
    })
}
