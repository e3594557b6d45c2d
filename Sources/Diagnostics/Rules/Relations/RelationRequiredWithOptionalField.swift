import SchemaModel
import SchemaParser

extension Rule {
  /// A required relation rests on an optional field.
  ///
  /// When the field is null there is no related row, so the relation field can't be required.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-required-with-optional-field]: relation `author` is required, but its field `authorId` is optional
  ///   authorId Int?
  /// }
  /// ```
  public static let relationRequiredWithOptionalField = Rule(
    id: "relation-required-with-optional-field", severity: .error,
    check: .relation { context, findings in
      guard !context.relation.isManyToMany, let fields = context.forwardAttribute?.fields?.fields
      else { return }
      let model = context.referencingModel
      guard let optional = fields.first(where: { model.hasArity(.optional, at: $0) }),
        let side = context.forwardSide, side.field.arity == .required,
        let scalar = model.field(at: optional)
      else { return }
      findings.report(
        Message(
          "relation `\(side.field.name)` is required, but its field `\(scalar.name)` is optional",
          note: "without a value in `\(scalar.name)` there is no related `\(side.field.typeName)`",
          help: "make `\(side.field.name)` optional (`\(side.field.typeName)?`), "
            + "or `\(scalar.name)` required"),
        at: side.place,
        related: [RelatedPlace(.field(model.id, optional), "the optional field")])
    })
}
