import SchemaModel
import SchemaParser

extension Rule {
  /// A one-to-one relation with one required side has `fields` or `references` on the optional side.
  ///
  /// The required side is the one that refers to the other.
  ///
  /// ```prisma
  /// model User {
  ///   id        Int      @id
  ///   profile   Profile? @relation(fields: [profileId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-wrong-side]: `fields` and `references` belong to the required side, `Profile.user`
  ///   profileId Int?     @unique
  /// }
  ///
  /// model Profile {
  ///   id   Int  @id
  ///   user User
  /// }
  /// ```
  public static let oneToOneWrongSide = Rule(
    id: "one-to-one-wrong-side", severity: .error, onlyWithoutErrors: true,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, !context.isOneToOneBackRequired,
        let attribute = context.backAttribute,
        attribute.fields != nil || attribute.references != nil,
        context.oneToOneSplit == nil, context.forward?.arity == .required
      else { return }
      context.reportAtBack(to: &findings) { back, forward in
        let names =
          (attribute.fields == nil ? [] : ["fields"])
          + (attribute.references == nil ? [] : ["references"])
        return Message(
          "\(names.quotedList) \(names.count == 1 ? "belongs" : "belong") to the required side, "
            + "`\(forward.path)`",
          note: "the side that refers to the other is the required one",
          help: "move \(names.count == 1 ? "it" : "them") to `\(forward.path)`, or make that field "
            + "optional and this one required")
      }
    })
}
