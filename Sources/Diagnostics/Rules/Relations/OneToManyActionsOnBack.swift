import SchemaModel
import SchemaParser

extension Rule {
  /// The list side of a one-to-many relation has `onDelete` or `onUpdate`.
  ///
  /// The actions belong to the side that refers to the other. A list that should have them needs a model
  /// for the join table.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[] @relation(onDelete: Cascade)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-actions-on-back]: `onDelete` belongs to the other side of the relation, `Post.author`
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///   authorId Int
  /// }
  /// ```
  public static let oneToManyActionsOnBack = Rule(
    id: "one-to-many-actions-on-back", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToMany, context.backAttribute?.hasActions == true else { return }
      context.reportAtBack(to: &findings) { back, forward in
        let names = back.field.relation?.actions.map(\.name) ?? []
        return Message(
          "\(names.quotedList) \(names.count == 1 ? "belongs" : "belong") to the other side of the "
            + "relation, `\(forward.path)`",
          note: "the actions belong to the side that refers to the other",
          help: "move \(names.count == 1 ? "it" : "them") to `\(forward.path)`, or make the join "
            + "table a model")
      }
    })
}
