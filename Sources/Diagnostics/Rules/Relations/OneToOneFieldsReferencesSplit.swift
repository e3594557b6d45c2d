import SchemaModel
import SchemaParser

extension Rule {
  /// A one-to-one relation has `fields` on the one side and `references` on the other.
  ///
  /// Both belong to the side that refers to the other.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile? @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-references-split]: `fields` and `references` stand on different sides of the relation between `Profile` and `User`
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-references-split]: `fields` and `references` stand on different sides of the relation between `Profile` and `User`
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneFieldsReferencesSplit = Rule(
    id: "one-to-one-fields-references-split", severity: .error, onlyWithoutErrors: true,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.oneToOneSplit == .fieldsForward else { return }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "`fields` and `references` stand on different sides of the relation between "
            + context.modelPair,
          note: "both belong to the side that refers to the other",
          help: "move `references` beside `fields`")
      }
    })
}
