import SchemaModel
import SchemaParser

extension Rule {
  /// A many-to-many relation has `fields` on a database other than MongoDB.
  ///
  /// A relational database keeps the pairs in a join table, so no field holds them.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id     Int   @id
  ///   tagIds Int[]
  ///   tags   Tag[] @relation(fields: [tagIds], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-unsupported]: many-to-many relation with `fields` is not supported by postgresql
  /// }
  ///
  /// model Tag {
  ///   id    Int    @id
  ///   posts Post[]
  ///   ~~~~~~~~~~~~ error[m2m-embedded-unsupported]: many-to-many relation with `fields` is not supported by postgresql
  /// }
  /// ```
  public static let m2mEmbeddedUnsupported = Rule(
    id: "m2m-embedded-unsupported", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .twoWayEmbeddedManyToMany, context.connector != .mongodb else {
        return
      }
      context.reportBothSides(to: &findings) { _, _ in
        Message(
          "many-to-many relation with `fields` is not supported by "
            + context.connector.displayName,
          note: "a relational database keeps the pairs in a join table",
          help: "remove `fields` and `references` on both sides, or make the join table a model")
      }
    })
}
