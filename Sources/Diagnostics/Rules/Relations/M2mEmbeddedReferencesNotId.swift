import SchemaModel
import SchemaParser

extension Rule {
  /// A many-to-many relation on MongoDB refers to something else than the id.
  ///
  /// The list in `fields` holds ids, so `references` must name the id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id       String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   tagNames String[]
  ///   tags     Tag[]    @relation(fields: [tagNames], references: [name])
  ///                                                   ~~~~~~~~~~~~~~~~~~ error[m2m-embedded-references-not-id]: `Tag.name` is not the id of `Tag`
  /// }
  ///
  /// model Tag {
  ///   id      String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   name    String   @unique
  ///   postIds String[] @db.ObjectId
  ///   posts   Post[]   @relation(fields: [postIds], references: [id])
  /// }
  /// ```
  public static let m2mEmbeddedReferencesNotId = Rule(
    id: "m2m-embedded-references-not-id", severity: .error,
    check: .relation { context, findings in
      context.forEachEmbeddedSide { side in
        guard let reference = side.field.relation?.references?.fields.first,
          let index = side.relatedModel.fieldIndex(reference.name)
        else { return }
        let id = side.relatedModel.singleIdField
        guard index != id else { return }
        findings.report(
          Message(
            "`\(side.relatedModel.name).\(reference.text)` is not the id of "
              + "`\(side.relatedModel.name)`",
            note: "a many-to-many relation joins rows by their ids",
            help: "name the id in `references`"),
          at: side.place(of: .references),
          related: id.map { [RelatedPlace(.field(side.relatedModel.id, $0), "the id")] } ?? [])
      }
    })
}
