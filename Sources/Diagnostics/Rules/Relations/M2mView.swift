import SchemaModel
import SchemaParser

extension Rule {
  /// A many-to-many relation leads to or from a view.
  ///
  /// Such a relation keeps its pairs in a join table with foreign keys, and no foreign key can refer to a
  /// view.
  ///
  /// ```prisma v6
  /// datasource db {
  ///   provider = "postgresql"
  ///   url      = "postgresql://localhost/shop"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client-js"
  ///   previewFeatures = ["views"]
  /// }
  ///
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[]
  ///   ~~~~~~~~~~ error[m2m-no-single-id]: `Tag` has no id of one field for the many-to-many relation
  ///   ~~~~~~~~~~ error[m2m-view]: many-to-many relation `tags` has a view on one side
  /// }
  ///
  /// view Tag {
  ///   id    Int    @unique
  ///   posts Post[]
  ///   ~~~~~~~~~~~~ error[m2m-view]: many-to-many relation `posts` has a view on one side
  /// }
  /// ```
  public static let m2mView = Rule(
    id: "m2m-view", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany,
        context.referencingModel.isView || context.referencedModel.isView
      else { return }
      context.reportBothSides(to: &findings) { side, _ in
        Message(
          "many-to-many relation `\(side.field.name)` has a view on one side",
          note: "its join table would need a foreign key to the view",
          help: "make the join table a model, with a relation to each side")
      }
    })
}
