import SchemaModel
import SchemaParser

extension Rule {
  /// `onDelete` or `onUpdate` stands on the side of a one-to-one relation that is referred to.
  ///
  /// The actions belong to the side that refers to the other.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile? @relation(onDelete: Cascade)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-on-back]: `onDelete` belongs to the other side of the relation, `Profile.user`
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneActionsOnBack = Rule(
    id: "one-to-one-actions-on-back", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.backAttribute?.hasActions == true,
        context.forwardAttribute?.hasActions != true
      else { return }
      context.reportAtBack(to: &findings) { back, forward in
        let names = back.field.relation?.actions.map(\.name) ?? []
        return Message(
          "\(names.quotedList) \(names.count == 1 ? "belongs" : "belong") to the other side of the "
            + "relation, `\(forward.path)`",
          note: "the actions belong to the side that refers to the other",
          help: "move \(names.count == 1 ? "it" : "them") to `\(forward.path)`")
      }
    })
}
