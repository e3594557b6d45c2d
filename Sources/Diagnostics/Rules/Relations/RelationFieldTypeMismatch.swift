import SchemaModel
import SchemaParser

extension Rule {
  /// A field of a relation has another type than the one it refers to.
  ///
  /// Each field in `fields` holds the value of the one at the same place in `references`, so the two
  /// need the same type.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int    @id
  ///   author   User   @relation(fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-field-type-mismatch]: `authorId` is a `String`, but `User.id` is an `Int`
  ///   authorId String
  /// }
  /// ```
  public static let relationFieldTypeMismatch = Rule(
    id: "relation-field-type-mismatch", severity: .error,
    check: .relation { context, findings in
      guard !context.relation.isManyToMany, let attribute = context.forwardAttribute,
        let fields = attribute.fields?.fields, !fields.isEmpty
      else { return }
      let model = context.referencingModel
      let related = context.referencedModel
      func compare(_ own: Int, _ other: Int) {
        guard model.fields.indices.contains(own), related.fields.indices.contains(other),
          !haveSameType(model, own, related, other),
          let side = context.forwardSide, let left = model.field(at: own),
          let right = related.field(at: other)
        else { return }
        findings.report(
          Message(
            "`\(left.name)` is \(left.typePhrase), but `\(related.name).\(right.name)` is "
              + right.typePhrase,
            note: "a relation compares the values of the two fields",
            help: "give both the same type"),
          at: side.place,
          related: [
            RelatedPlace(.field(model.id, own), "the field that refers"),
            RelatedPlace(.field(related.id, other), "the field referred to"),
          ])
      }
      if let references = attribute.references?.fields {
        for (own, reference) in zip(fields, references) {
          if let other = related.fieldIndex(reference.name) { compare(own, other) }
        }
      } else if let criterion = related.strictUniqueCriterion {
        for (own, other) in zip(fields, criterion) { compare(own, other) }
      }
    })
}

private func haveSameType(_ model: Model, _ own: Int, _ related: Model, _ other: Int) -> Bool {
  let type = model.fields[own].type
  guard type == related.fields[other].type else { return false }
  return !type.isUnsupported || model.fields[own].typeName == related.fields[other].typeName
}

extension Field {
  /// The type with an article.
  fileprivate var typePhrase: String {
    let text = type.isUnsupported ? "Unsupported(\"\(typeName)\")" : typeName
    let isVowel = text.first.map { "AEIOUaeiou".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") `\(text)`"
  }
}
