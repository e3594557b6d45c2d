import SchemaModel

extension Rule {
  /// `@@shardKey` names a relation field.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be part of
  /// the shard key.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["shardKeys"]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id])
  ///
  ///   @@shardKey([author])
  ///   ~~~~~~~~~~~~~~~~~~~~ error[shard-key-relation-field]: `@@shardKey` of `Post` names relation field `author`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let shardKeyRelationField = Rule(
    id: "shard-key-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "`@@shardKey` of `\(problem[1])` names relation \(problem.fields(0))",
        note: "a relation field has no column of its own",
        help: "name scalar fields instead")
    })
}
