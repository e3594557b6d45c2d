import SchemaModel
import SchemaParser

extension Rule {
  /// Only one of the two models of a relation has a field for it.
  ///
  /// The client offers a relation from both its models, so each needs a field. The formatter adds the
  /// missing one.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-missing-opposite-field]: relation field `author` has no opposite field in `User`
  ///   authorId Int
  /// }
  /// ```
  public static let relationMissingOppositeField = Rule(
    id: "relation-missing-opposite-field", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard !context.relation.isManyToMany, !context.relation.isComplete,
        let side = context.forwardSide ?? context.backSide
      else { return }
      let related = side.relatedModel.name
      let name = side.field.relation?.name.map { " with the name `\($0.value)`" } ?? ""
      let type = side.field.arity == .list ? side.model.name : "\(side.model.name)[]"
      findings.report(
        Message(
          "relation field `\(side.field.name)` has no opposite field in `\(related)`\(name)",
          note: "a relation needs a field in each of its models",
          help: "add a field of type `\(type)` to `\(related)`, or run the formatter"),
        at: side.place,
        related: [RelatedPlace(.declarationName(side.relatedModel.id), "`\(related)` lacks it")])
    })
}
