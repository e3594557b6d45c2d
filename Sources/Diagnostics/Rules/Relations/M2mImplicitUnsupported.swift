import SchemaModel
import SchemaParser

extension Rule {
  /// A many-to-many relation without `fields` on MongoDB.
  ///
  /// MongoDB has no join tables: each side keeps the ids of the other in a list.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id   String @id @default(auto()) @map("_id") @db.ObjectId
  ///   tags Tag[]
  ///   ~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `tags` has no `fields`, which mongodb needs
  /// }
  ///
  /// model Tag {
  ///   id    String @id @default(auto()) @map("_id") @db.ObjectId
  ///   posts Post[]
  ///   ~~~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `posts` has no `fields`, which mongodb needs
  /// }
  /// ```
  public static let m2mImplicitUnsupported = Rule(
    id: "m2m-implicit-unsupported", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany, context.connector == .mongodb,
        !context.referencingModel.isView, !context.referencedModel.isView
      else { return }
      context.reportBothSides(to: &findings) { side, _ in
        Message(
          "many-to-many relation `\(side.field.name)` has no `fields`, which mongodb needs",
          note: "there is no join table: each side keeps the ids of the other in a list",
          help: "write `@relation(fields: […], references: […])` on both sides")
      }
    })
}
