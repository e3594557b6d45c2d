import SchemaModel
import SchemaParser

extension Rule {
  /// The fields in `references` are no id and no unique of the related model.
  ///
  /// A relation leads to one row, so what it refers to must identify a row.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   email String
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id     Int    @id
  ///   author User   @relation(fields: [email], references: [email])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-not-unique]: `email` does not identify one `User`
  ///   email  String
  /// }
  /// ```
  public static let relationReferencesNotUnique = Rule(
    id: "relation-references-not-unique", severity: .error,
    check: .relation { context, findings in
      guard !context.relation.isManyToMany, let attribute = context.forwardAttribute,
        let references = attribute.references?.fields, !references.isEmpty
      else { return }
      let related = context.referencedModel
      let fields = references.compactMap { related.fieldIndex($0.name) }
      guard related.criterionMatch(fields) == .none, let side = context.forwardSide else { return }
      let names = references.map(\.text)
      let attributeText =
        names.count == 1
        ? "`@unique` to `\(related.name).\(names[0])`"
        : "`@@unique([\(names.joined(separator: ", "))])` to `\(related.name)`"
      findings.report(
        Message(
          names.count == 1
            ? "`\(names[0])` does not identify one `\(related.name)`"
            : "\(names.quotedList) together do not identify one `\(related.name)`",
          note: "a relation must refer to an id or a unique of the other model",
          help: "add \(attributeText), or refer to its id"),
        at: side.place,
        related: [RelatedPlace(.declarationName(related.id), "the model referred to")])
    })
}
