import SchemaModel
import SchemaParser

extension Rule {
  /// The list side of a one-to-many relation has `fields` or `references`.
  ///
  /// A list refers to many rows, which no column can hold: the rows refer to this one.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[] @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-fields-on-back]: `references` belongs to the other side of the relation, `Post.author`
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///   authorId Int
  /// }
  /// ```
  public static let oneToManyFieldsOnBack = Rule(
    id: "one-to-many-fields-on-back", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToMany, let attribute = context.backAttribute,
        attribute.hasFields || attribute.hasReferences
      else { return }
      context.reportAtBack(to: &findings) { back, forward in
        let names =
          (attribute.hasFields ? ["fields"] : [])
          + (attribute.hasReferences ? ["references"] : [])
        return Message(
          "\(names.quotedList) \(names.count == 1 ? "belongs" : "belong") to the other side of the "
            + "relation, `\(forward.path)`",
          note: "the rows of a list refer to this one, not this one to them",
          help: "remove \(names.quotedList) here")
      }
    })
}
