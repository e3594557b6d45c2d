import SchemaModel

extension Rule {
  /// The condition of a partial index names a relation field.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be compared.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["partialIndexes"]
  /// }
  ///
  /// model Post {
  ///   id       Int    @id
  ///   title    String
  ///   authorId Int?
  ///   author   User?  @relation(fields: [authorId], references: [id])
  ///
  ///   @@index([title], where: { author: null })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-relation-field]: `where` can't compare relation field `author`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let whereRelationField = Rule(
    id: "where-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "`where` can't compare relation field `\(problem[0])`",
        note: "a relation field has no column of its own",
        help: "compare the scalar fields that `@relation(fields: …)` names")
    })
}
