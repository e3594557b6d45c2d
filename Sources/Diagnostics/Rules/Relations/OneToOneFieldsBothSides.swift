import SchemaModel
import SchemaParser

extension Rule {
  /// Both sides of a one-to-one relation have `fields`.
  ///
  /// Only one of the two tables refers to the other. Remove it from the side that is referred to.
  ///
  /// ```prisma
  /// model User {
  ///   id        Int      @id
  ///   profile   Profile? @relation(fields: [profileId])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-both-sides]: both sides of the relation between `Profile` and `User` have `fields`
  ///   profileId Int?     @unique
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-both-sides]: both sides of the relation between `Profile` and `User` have `fields`
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneFieldsBothSides = Rule(
    id: "one-to-one-fields-both-sides", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.forwardAttribute?.hasFields == true,
        context.backAttribute?.hasFields == true
      else { return }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "both sides of the relation between \(context.modelPair) have `fields`",
          note: "only one of the two tables can refer to the other",
          help: "keep `fields` and `references` on one side")
      }
    })
}
