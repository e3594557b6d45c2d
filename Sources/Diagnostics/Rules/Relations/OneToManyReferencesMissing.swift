import SchemaModel
import SchemaParser

extension Rule {
  /// The single side of a one-to-many relation has no `references`.
  ///
  /// It names the fields of the other model that `fields` refers to. The formatter adds it.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-references-missing]: relation field `author` has no `references`
  ///   authorId Int
  /// }
  /// ```
  public static let oneToManyReferencesMissing = Rule(
    id: "one-to-many-references-missing", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToMany, context.forwardAttribute?.hasReferences != true,
        let side = context.forwardSide
      else { return }
      findings.report(
        Message(
          "relation field `\(side.field.name)` has no `references`",
          note: "it names the fields of `\(side.relatedModel.name)` that are referred to",
          help: "add `references: […]` to `@relation`, or run the formatter"),
        at: side.place,
        related: context.backPlace.map { [RelatedPlace($0, "the other side of the relation")] }
          ?? [])
    })
}
