import SchemaModel
import SchemaParser

extension Rule {
  /// The fields of a one-to-one relation are no id and no unique.
  ///
  /// Several rows could refer to the same row then, which makes it a one-to-many relation.
  ///
  /// ```prisma
  /// model User {
  ///   id      Int      @id
  ///   profile Profile?
  /// }
  ///
  /// model Profile {
  ///   id     Int  @id
  ///   user   User @relation(fields: [userId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-not-unique]: one-to-one relation `user` needs a unique field, but `userId` is none
  ///   userId Int
  /// }
  /// ```
  public static let oneToOneNotUnique = Rule(
    id: "one-to-one-not-unique", severity: .error,
    check: .relation { context, findings in
      guard context.isCompleteOneToOne, let fields = context.forwardAttribute?.fields?.fields,
        !context.referencingModel.isCriterion(fields), let side = context.forwardSide
      else { return }
      let names = side.model.fieldNames(fields)
      let text =
        names.count == 1
        ? "needs a unique field, but `\(names[0])` is none"
        : names.isEmpty
          ? "needs unique fields, but has none"
          : "needs unique fields, but \(names.quotedList) together are not unique"
      let cure =
        names.count == 1
        ? "add `@unique` to `\(names[0])`"
        : names.isEmpty
          ? "name the fields in `fields`" : "add `@@unique([\(names.joined(separator: ", "))])`"
      findings.report(
        Message(
          "one-to-one relation `\(side.field.name)` \(text)",
          note: "otherwise several rows of `\(side.model.name)` could refer to the same "
            + "`\(side.relatedModel.name)`",
          help: "\(cure), or make the other side a list"),
        at: side.place,
        related: context.backPlace.map { [RelatedPlace($0, "the other side of the relation")] }
          ?? [])
    })
}
