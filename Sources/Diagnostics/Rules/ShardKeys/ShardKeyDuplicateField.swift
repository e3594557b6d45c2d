import SchemaModel

extension Rule {
  /// `@@shardKey` names a field twice.
  ///
  /// A shard key holds a column only once.
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
  ///   id  Int @id
  ///   uid Int
  ///
  ///   @@shardKey([uid, uid])
  ///   ~~~~~~~~~~~~~~~~~~~~~~ error[shard-key-duplicate-field]: `@@shardKey` of `User` names field `uid` several times
  /// }
  /// ```
  public static let shardKeyDuplicateField = Rule(
    id: "shard-key-duplicate-field", severity: .error,
    check: .problem { problem in
      Message(
        "`@@shardKey` of `\(problem[1])` names field `\(problem[0])` several times",
        help: "name `\(problem[0])` once")
    })
}
