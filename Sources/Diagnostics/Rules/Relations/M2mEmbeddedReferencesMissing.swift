import SchemaModel
import SchemaParser

extension Rule {
  /// A side of a many-to-many relation on MongoDB doesn't refer to exactly one field.
  ///
  /// Each side keeps the ids of the other in one list: `references` names the id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id     String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   tagIds String[] @db.ObjectId
  ///   tags   Tag[]    @relation(fields: [tagIds])
  ///                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-references-missing]: many-to-many relation `tags` needs `references` with exactly one field
  /// }
  ///
  /// model Tag {
  ///   id      String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   postIds String[] @db.ObjectId
  ///   posts   Post[]   @relation(fields: [postIds], references: [id])
  /// }
  /// ```
  public static let m2mEmbeddedReferencesMissing = Rule(
    id: "m2m-embedded-references-missing", severity: .error,
    check: .relation { context, findings in
      context.forEachEmbeddedSide { side in
        guard side.field.relation?.references?.fields.count != 1 else { return }
        findings.report(
          Message(
            "many-to-many relation `\(side.field.name)` needs `references` with exactly one field",
            note: "each side keeps the ids of the other in one list",
            help: "name the id of `\(side.relatedModel.name)` in `references`"),
          at: side.place(of: .references))
      }
    })
}
