import SchemaModel

extension Rule {
  /// Several fields of a model have `@shardKey`.
  ///
  /// A table has one shard key. One over several fields is written with `@@shardKey`.
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
  /// ~~~~~~~~~~~~ error[shard-key-multiple-fields]: model `User` has several fields with `@shardKey`
  ///   id  Int @id @shardKey
  ///   uid Int @shardKey
  /// }
  /// ```
  public static let shardKeyMultipleFields = Rule(
    id: "shard-key-multiple-fields", severity: .error,
    check: .problem { problem in
      Message(
        "model `\(problem[0])` has several fields with `@shardKey`",
        note: "a table has one shard key",
        help: "keep one of them, or name all of them in `@@shardKey([…])`")
    })
}
