import SchemaModel
import SchemaParser

extension Rule {
  /// The id of a model of MongoDB is also unique.
  ///
  /// The ids of MongoDB are unique, and it refuses another unique over them.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id String @id @unique @map("_id")
  ///                 ~~~~~~~~ error[mongo-unique-on-id]: field `id` is the id, which is unique anyway
  /// }
  /// ```
  public static let mongoUniqueOnId = Rule(
    id: "mongo-unique-on-id", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, index.fields.count == 1, context.connector == .mongodb,
        !context.model.isView, let key = context.model.primaryKey, key.fields.count == 1,
        index.fields[0].compositePath.isEmpty, index.fields[0].field == key.fields[0].field,
        let field = context.model.field(of: key.fields[0], in: context.schema)
      else { return }
      findings.report(
        Message(
          "field `\(field.name)` is the id, which is unique anyway",
          help: "remove `\(index.attributeName)`"),
        at: index.range,
        related: [RelatedPlace(.range(context.model.id, key.range), "the id is here")])
    })
}
