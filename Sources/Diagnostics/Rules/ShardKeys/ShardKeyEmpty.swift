import SchemaModel

extension Rule {
  /// A shard key has no fields.
  ///
  /// A shard key tells by the values of its fields where a row is stored.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["shardKeys"]
  /// }
  ///
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id Int @id
  ///
  ///   @@shardKey([])
  ///   ~~~~~~~~~~~~~~ error[shard-key-empty]: the shard key of model `User` has no fields
  /// }
  /// ```
  public static let shardKeyEmpty = Rule(
    id: "shard-key-empty", severity: .error,
    check: .model { context, findings in
      guard let key = context.model.shardKey, key.fields.isEmpty, !context.model.isView else {
        return
      }
      findings.report(
        Message(
          "the shard key of model `\(context.model.name)` has no fields",
          help: "name the fields in the brackets, or remove `@@shardKey`"),
        at: key.range)
    })
}
