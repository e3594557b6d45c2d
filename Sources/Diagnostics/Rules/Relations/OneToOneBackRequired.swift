import SchemaModel
import SchemaParser

extension Rule {
  /// The side of a one-to-one relation that is referred to is required.
  ///
  /// No table can make sure that a row refers to this one, so the field must be optional.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int     @id
  ///   profile Profile
  ///   ~~~~~~~~~~~~~~~ error[one-to-one-back-required]: `profile` must be optional, since `Profile` refers to `User`
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   userId Int  @unique
  /// }
  /// ```
  public static let oneToOneBackRequired = Rule(
    id: "one-to-one-back-required", severity: .error, onlyWithoutErrors: true,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.isOneToOneBackRequired,
        context.oneToOneSplit == nil
      else { return }
      context.reportAtBack(to: &findings) { back, forward in
        Message(
          "`\(back.field.name)` must be optional, since `\(forward.model.name)` refers to "
            + "`\(back.model.name)`",
          note: "nothing makes sure that a row of `\(forward.model.name)` refers to each row of "
            + "`\(back.model.name)`",
          help: "write `\(back.field.typeName)?`")
      }
    })
}
