import SchemaModel
import SchemaParser

extension Rule {
  /// A side of a many-to-many relation on MongoDB doesn't have exactly one field in `fields`.
  ///
  /// Each side keeps the ids of the other in one list: `fields` names that list.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id     String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   tagIds String[] @db.ObjectId
  ///   tags   Tag[]    @relation(fields: [tagIds], references: [id])
  /// }
  ///
  /// model Tag {
  ///   id    String @id @default(auto()) @map("_id") @db.ObjectId
  ///   posts Post[] @relation(references: [id])
  ///                ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-fields-missing]: many-to-many relation `posts` needs `fields` with exactly one field
  /// }
  /// ```
  public static let m2mEmbeddedFieldsMissing = Rule(
    id: "m2m-embedded-fields-missing", severity: .error,
    check: .relation { context, findings in
      context.forEachEmbeddedSide { side in
        guard side.field.relation?.fields?.fields.count != 1 else { return }
        findings.report(
          Message(
            "many-to-many relation `\(side.field.name)` needs `fields` with exactly one field",
            note: "each side keeps the ids of the other in one list",
            help: "add a list for the ids of `\(side.relatedModel.name)`, and name it in `fields`"),
          at: side.place(of: .fields))
      }
    })
}
