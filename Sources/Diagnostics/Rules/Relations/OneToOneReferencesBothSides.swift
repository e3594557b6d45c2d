import SchemaModel
import SchemaParser

extension Rule {
  /// Both sides of a one-to-one relation have `references`.
  ///
  /// Only one of the two tables refers to the other. Remove it from the side that is referred to.
  ///
  /// ```prisma
  /// model User {
  ///   id        Int      @id
  ///   profile   Profile? @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-both-sides]: both sides of the relation between `Profile` and `User` have `references`
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-both-sides]: both sides of the relation between `Profile` and `User` have `references`
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneReferencesBothSides = Rule(
    id: "one-to-one-references-both-sides", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.forwardAttribute?.hasReferences == true,
        context.backAttribute?.hasReferences == true
      else { return }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "both sides of the relation between \(context.modelPair) have `references`",
          note: "only one of the two tables can refer to the other",
          help: "keep `fields` and `references` on one side")
      }
    })
}
