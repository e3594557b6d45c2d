import SchemaModel
import SchemaParser

extension Rule {
  /// Both sides of a one-to-one relation have `onDelete` or `onUpdate`.
  ///
  /// The actions belong to the side that refers to the other.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile? @relation(onDelete: Cascade)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-both-sides]: both sides of the relation between `Profile` and `User` have `onDelete` or `onUpdate`
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id], onDelete: Cascade)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-both-sides]: both sides of the relation between `Profile` and `User` have `onDelete` or `onUpdate`
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneActionsBothSides = Rule(
    id: "one-to-one-actions-both-sides", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.forwardAttribute?.hasActions == true,
        context.backAttribute?.hasActions == true
      else { return }
      context.reportBothSides(to: &findings, backFirst: true) { _, _ in
        Message(
          "both sides of the relation between \(context.modelPair) have `onDelete` or `onUpdate`",
          note: "the actions belong to the side that refers to the other",
          help: "keep them beside `fields` and `references`")
      }
    })
}
