import SchemaModel
import SchemaParser

extension Rule {
  /// `references` of a many-to-many relation names something else than the id.
  ///
  /// The join table holds the ids of both sides, and nothing else can be chosen.
  ///
  /// ```prisma
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[] @relation(references: [name])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references-not-id]: many-to-many relation `tags` must refer to the id of `Tag`
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references]: many-to-many relation `tags` takes no `references`
  /// }
  ///
  /// model Tag {
  ///   id    Int    @id
  ///   name  String @unique
  ///   posts Post[]
  /// }
  /// ```
  public static let m2mReferencesNotId = Rule(
    id: "m2m-references-not-id", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany,
        context.forwardAttribute?.references != nil || context.backAttribute?.references != nil
      else { return }
      for side in [context.forwardSide, context.backSide] {
        guard let side, let references = side.field.relation?.references?.fields,
          let id = side.relatedModel.singleIdField,
          references.map({ side.relatedModel.fieldIndex($0.name) }) != [id]
        else { continue }
        findings.report(
          Message(
            "many-to-many relation `\(side.field.name)` must refer to the id of "
              + "`\(side.relatedModel.name)`",
            note: "its join table holds the ids of both sides",
            help: "remove `references`"),
          at: side.place,
          related: [RelatedPlace(.field(side.relatedModel.id, id), "the id")])
      }
    })
}
