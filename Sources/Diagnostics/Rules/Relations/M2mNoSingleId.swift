import SchemaModel
import SchemaParser

extension Rule {
  /// A many-to-many relation leads to a model whose id is not a single field.
  ///
  /// The join table has one column for each side, which holds its id. Make the join table a model to
  /// refer to anything else.
  ///
  /// ```prisma
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[]
  ///   ~~~~~~~~~~ error[m2m-no-single-id]: `Tag` has no id of one field for the many-to-many relation
  /// }
  ///
  /// model Tag {
  ///   group String
  ///   name  String
  ///   posts Post[]
  ///
  ///   @@id([group, name])
  /// }
  /// ```
  public static let m2mNoSingleId = Rule(
    id: "m2m-no-single-id", severity: .error, evidence: .keys,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany else { return }
      for side in [context.forwardSide, context.backSide] {
        guard let side, side.relatedModel.singleIdField == nil else { continue }
        findings.report(
          Message(
            "`\(side.relatedModel.name)` has no id of one field for the many-to-many relation",
            note: "the join table has one column for each side, which holds its id",
            help: "give `\(side.relatedModel.name)` an `@id`, or make the join table a model"),
          at: side.place,
          related: [
            RelatedPlace(.declarationName(side.relatedModel.id), "the model without such an id")
          ])
      }
    })
}
