import SchemaModel
import SchemaParser

extension Rule {
  /// The single side of a one-to-many relation has no `fields`.
  ///
  /// Its table holds the columns that refer to the other; `fields` names them. The formatter adds them.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id     Int  @id
  ///   author User @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-fields-missing]: relation field `author` has no `fields`
  /// }
  /// ```
  public static let oneToManyFieldsMissing = Rule(
    id: "one-to-many-fields-missing", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToMany, context.forwardAttribute?.hasFields != true,
        let side = context.forwardSide
      else { return }
      findings.report(
        Message(
          "relation field `\(side.field.name)` has no `fields`",
          note: "they name the fields of `\(side.model.name)` that hold the id of the "
            + "`\(side.relatedModel.name)`",
          help: "add `fields: […]` to `@relation`, or run the formatter"),
        at: side.place,
        related: context.backPlace.map { [RelatedPlace($0, "the other side of the relation")] }
          ?? [])
    })
}
