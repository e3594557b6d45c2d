import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a compound unique in the client is also the name of a field.
  ///
  /// The client calls a unique over several fields by their names joined with `_`, as in
  /// `where: { a_b: { … } }`.
  ///
  /// ```prisma
  /// model Rating {
  ///   id        Int    @id
  ///   user      Int
  ///   post      Int
  ///   user_post String
  ///
  ///   @@unique([user, post])
  ///   ~~~~~~~~~~~~~~~~~~~~~~ error[unique-client-name-clash]: the unique is called `user_post` in the client, and so is a field
  /// }
  /// ```
  public static let uniqueClientNameClash = Rule(
    id: "unique-client-name-clash", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, index.fields.count > 1,
        let field = context.model.scalarField(withClientNameOf: index.fields, in: context.schema)
      else { return }
      let name = context.model.fields[field].name
      findings.report(
        Message(
          "the unique is called `\(name)` in the client, and so is a field",
          note: "a unique over several fields has their names joined with `_`",
          help: "rename the field, and keep its column with `@map(\"\(name)\")`"),
        at: index.range,
        related: [RelatedPlace(.fieldName(context.model.id, field), "field `\(name)` is here")])
    })
}
