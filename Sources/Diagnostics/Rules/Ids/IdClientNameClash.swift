import SchemaModel

extension Rule {
  /// The name of a compound id in the client is also the name of a field.
  ///
  /// The client calls an id over several fields by their names joined with `_`, as in
  /// `where: { a_b: { … } }`.
  ///
  /// ```prisma
  /// model Rating {
  ///   user      Int
  ///   post      Int
  ///   user_post String
  ///
  ///   @@id([user, post])
  ///   ~~~~~~~~~~~~~~~~~~ error[id-client-name-clash]: the id is called `user_post` in the client, and so is a field
  /// }
  /// ```
  public static let idClientNameClash = Rule(
    id: "id-client-name-clash", severity: .error,
    check: .primaryKey { context, key, findings in
      guard key.fields.count > 1, !context.model.isView,
        let field = context.model.scalarField(withClientNameOf: key.fields, in: context.schema)
      else { return }
      let name = context.model.fields[field].name
      findings.report(
        Message(
          "the id is called `\(name)` in the client, and so is a field",
          note: "an id over several fields has their names joined with `_`",
          help: "rename the field, and keep its column with `@map(\"\(name)\")`"),
        at: key.range,
        related: [RelatedPlace(.fieldName(context.model.id, field), "field `\(name)` is here")])
    })
}
