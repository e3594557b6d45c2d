import SchemaModel
import SchemaParser

extension Rule {
  /// A field that refers to another has another native type.
  ///
  /// MongoDB compares values with their types: a text never equals an ObjectId, so the relation finds
  /// nothing. Give both fields the same native type.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id    String @id @default(auto()) @map("_id") @db.ObjectId
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       String @id @default(auto()) @map("_id") @db.ObjectId
  ///   author   User   @relation(fields: [authorId], references: [id])
  ///   authorId String
  ///   ~~~~~~~~~~~~~~~ warning[relation-native-type-mismatch]: `authorId` has no native type, but `User.id` is `@db.ObjectId`
  /// }
  /// ```
  public static let relationNativeTypeMismatch = Rule(
    id: "relation-native-type-mismatch", severity: .warning,
    check: .relationField { context, field, findings in
      guard context.connector == .mongodb, let attribute = field.relation,
        let fields = attribute.fields?.fields, let references = attribute.references?.fields,
        let id = field.type.modelID, let related = context.schema.model(id)
      else { return }
      for (index, reference) in zip(fields, references) {
        guard let scalar = context.model.field(at: index),
          let target = related.field(reference.name)
        else { continue }
        let own = scalar.nativeType
        let other = target.nativeType
        if own?.name == other?.name && own?.prefix == other?.prefix { continue }
        findings.report(
          Message(
            "`\(scalar.name)` \(describe(own)), but `\(related.name).\(target.name)` "
              + describe(other),
            note: "the relation `\(field.name)` compares the two, and MongoDB compares types too",
            help: "give both fields the same native type"),
          at: scalar.range,
          related: [RelatedPlace(.field(id, target.index), "the field referred to")])
      }
    })
}

/// What a native type makes of a field, as the rest of a sentence.
private func describe(_ type: NativeTypeUse?) -> String {
  type.map { "is `@\($0.prefix).\($0.name)`" } ?? "has no native type"
}
