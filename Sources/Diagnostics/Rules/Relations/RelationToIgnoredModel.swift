import SchemaModel
import SchemaParser

extension Rule {
  /// A field refers to a model that is left out of the client by `@@ignore`, but isn't left out itself.
  ///
  /// The client would have a property whose type it doesn't know. Add `@ignore` to the field.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int   @id
  ///   logs Log[]
  ///   ~~~~~~~~~~ error[relation-to-ignored-model]: field `logs` refers to `Log`, which is ignored
  /// }
  ///
  /// model Log {
  /// ~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   userId Int
  ///
  ///   @@ignore
  /// }
  /// ```
  public static let relationToIgnoredModel = Rule(
    id: "relation-to-ignored-model", severity: .error,
    check: .relationField { context, field, findings in
      guard !field.isIgnored, !context.model.isIgnored,
        let id = field.type.modelID, let related = context.schema.model(id), related.isIgnored
      else { return }
      findings.report(
        Message(
          "field `\(field.name)` refers to `\(related.name)`, which is ignored",
          note: "the client leaves out models with `@@ignore`, so this field would have no type",
          help: "add `@ignore` to `\(field.name)`"),
        at: field.range,
        related: [RelatedPlace(.declarationName(id), "`\(related.name)` has `@@ignore`")])
    })
}
