import SchemaModel
import SchemaParser

extension Rule {
  /// A one-to-one relation has `references` on the side that refers, and `fields` on the other.
  ///
  /// Both belong to the side that refers to the other.
  ///
  /// ```prisma
  /// model User {
  ///   id        Int      @id
  ///   profile   Profile? @relation(fields: [profileId])
  ///   profileId Int?     @unique
  /// }
  ///
  /// model Profile {
  ///   id   Int  @id
  ///   user User @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-fields-split]: `references` stands on `Profile.user`, but `fields` on `User.profile`
  /// }
  /// ```
  public static let oneToOneReferencesFieldsSplit = Rule(
    id: "one-to-one-references-fields-split", severity: .error, onlyWithoutErrors: true,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.oneToOneSplit == .referencesForward,
        let forward = context.forwardSide, let back = context.backSide
      else { return }
      findings.report(
        Message(
          "`references` stands on `\(forward.path)`, but `fields` on `\(back.path)`",
          note: "both belong to the side that refers to the other",
          help: "move `fields` beside `references`"),
        at: forward.place,
        related: [RelatedPlace(back.place, "the other side of the relation")])
    })
}
