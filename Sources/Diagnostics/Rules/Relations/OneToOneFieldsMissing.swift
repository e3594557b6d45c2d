import SchemaModel
import SchemaParser

extension Rule {
  /// Neither side of a one-to-one relation has `fields`.
  ///
  /// One of the two tables holds the column that refers to the other; `fields` says which.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile?
  ///   ~~~~~~~~~~~~~~~~ error[one-to-one-fields-missing]: one-to-one relation between `Profile` and `User` has no `fields` on either side
  ///   ~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
  /// }
  ///
  /// model Profile {
  ///   id   Int  @id
  ///   user User
  ///   ~~~~~~~~~ error[one-to-one-fields-missing]: one-to-one relation between `Profile` and `User` has no `fields` on either side
  ///   ~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
  /// }
  /// ```
  public static let oneToOneFieldsMissing = Rule(
    id: "one-to-one-fields-missing", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, context.forwardAttribute?.hasFields != true,
        context.backAttribute?.hasFields != true
      else { return }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "one-to-one relation between \(context.modelPair) has no `fields` on either side",
          note: "one of the two tables holds the column that refers to the other",
          help: "write `@relation(fields: […], references: […])` on one side")
      }
    })
}
