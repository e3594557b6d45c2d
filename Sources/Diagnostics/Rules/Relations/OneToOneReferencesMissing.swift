import SchemaModel
import SchemaParser

extension Rule {
  /// Neither side of a one-to-one relation has `references`.
  ///
  /// The side with `fields` says by `references` which fields of the other model they refer to.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile?
  ///   ~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneReferencesMissing = Rule(
    id: "one-to-one-references-missing", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.forwardAttribute?.hasReferences != true,
        context.backAttribute?.hasReferences != true
      else { return }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "one-to-one relation between \(context.modelPair) has no `references` on either side",
          note: "it says which fields of the other model are referred to",
          help: "add `references: […]` beside `fields`")
      }
    })
}
