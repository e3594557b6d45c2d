import SchemaModel

extension Rule {
  /// A model has both `@shardKey` and `@@shardKey`.
  ///
  /// A table has one shard key.
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
  /// model User {
  /// ~~~~~~~~~~~~ error[shard-key-field-and-block]: model `User` has both `@shardKey` and `@@shardKey`
  ///   id  Int @id
  ///   uid Int @shardKey
  ///
  ///   @@shardKey([id, uid])
  /// }
  /// ```
  public static let shardKeyFieldAndBlock = Rule(
    id: "shard-key-field-and-block", severity: .error,
    check: .problem { problem in
      Message(
        "model `\(problem[0])` has both `@shardKey` and `@@shardKey`",
        note: "a table has one shard key",
        help: "keep one of them")
    })
}
