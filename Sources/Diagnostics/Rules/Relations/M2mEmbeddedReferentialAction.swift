import SchemaModel
import SchemaParser

extension Rule {
  /// A side of a many-to-many relation on MongoDB has `onDelete` or `onUpdate`.
  ///
  /// The ids stand in lists, which no action keeps up. Use a model for the pairs to have actions.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id     String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   tagIds String[] @db.ObjectId
  ///   tags   Tag[]    @relation(fields: [tagIds], references: [id], onDelete: Cascade)
  ///                                                                           ~~~~~~~ error[m2m-embedded-referential-action]: many-to-many relation `tags` takes no `onDelete`
  /// }
  ///
  /// model Tag {
  ///   id      String   @id @default(auto()) @map("_id") @db.ObjectId
  ///   postIds String[] @db.ObjectId
  ///   posts   Post[]   @relation(fields: [postIds], references: [id])
  /// }
  /// ```
  public static let m2mEmbeddedReferentialAction = Rule(
    id: "m2m-embedded-referential-action", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .twoWayEmbeddedManyToMany, context.connector == .mongodb else {
        return
      }
      context.reportActions(to: &findings) { side, name in
        Message(
          "many-to-many relation `\(side.field.name)` takes no `\(name)`",
          note: "the ids stand in lists, which no action keeps up",
          help: "remove `\(name)`")
      }
    })
}
