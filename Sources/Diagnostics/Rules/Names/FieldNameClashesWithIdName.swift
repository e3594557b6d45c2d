import SchemaModel

extension Rule {
  /// The name of an id is also the name of a field.
  ///
  /// The client takes both in the same place, `where`.
  ///
  /// ```prisma
  /// model Rating {
  /// ~~~~~~~~~~~~~~ error[field-name-clashes-with-id-name]: the id is called `both`, as is a field of model `Rating`
  ///   user Int
  ///   post Int
  ///   both Boolean
  ///
  ///   @@id([user, post], name: "both")
  /// }
  /// ```
  public static let fieldNameClashesWithIdName = Rule(
    id: "field-name-clashes-with-id-name", severity: .error,
    check: .primaryKey { context, key, findings in
      let model = context.model
      guard let name = key.name, let field = model.fieldIndex(Name(name.value)) else { return }
      findings.report(
        Message(
          "the id is called `\(name.value)`, as is a field of \(model.keyword) `\(model.name)`",
          help: "choose another `name`"),
        at: model.range,
        related: [
          RelatedPlace(.range(model.id, name.range), "the id is named here"),
          RelatedPlace(.fieldName(model.id, field), "the field is here"),
        ])
    })
}
