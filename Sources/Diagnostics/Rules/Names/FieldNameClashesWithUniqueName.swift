import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a unique is also the name of a field.
  ///
  /// The client takes both in the same place, `where`.
  ///
  /// ```prisma
  /// model Rating {
  /// ~~~~~~~~~~~~~~ error[field-name-clashes-with-unique-name]: the unique over `user` and `post` is called `both`, as is a field of model `Rating`
  ///   id   Int     @id
  ///   user Int
  ///   post Int
  ///   both Boolean
  ///
  ///   @@unique([user, post], name: "both")
  /// }
  /// ```
  public static let fieldNameClashesWithUniqueName = Rule(
    id: "field-name-clashes-with-unique-name", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, let name = index.name,
        let field = context.model.fieldIndex(Name(name.value))
      else { return }
      let model = context.model
      let paths = index.fields.map { model.path(of: $0, in: context.schema) }
      findings.report(
        Message(
          """
          the unique over \(paths.listed()) is called `\(name.value)`, as is a field of \
          \(model.keyword) `\(model.name)`
          """,
          help: "choose another `name`"),
        at: model.range,
        related: [
          RelatedPlace(.range(model.id, name.range), "the unique is named here"),
          RelatedPlace(.fieldName(model.id, field), "the field is here"),
        ])
    })
}
