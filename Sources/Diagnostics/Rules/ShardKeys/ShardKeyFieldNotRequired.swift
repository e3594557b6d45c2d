import SchemaModel

extension Rule {
  /// A field with `@shardKey` is not required.
  ///
  /// Every row needs a shard to live in.
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
  ///   id  Int  @id
  ///   uid Int? @shardKey
  ///            ~~~~~~~~~ error[shard-key-field-not-required]: field `uid` with `@shardKey` must be required
  /// }
  /// ```
  public static let shardKeyFieldNotRequired = Rule(
    id: "shard-key-field-not-required", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` with `@shardKey` must be required",
        note: "every row needs a shard to live in",
        help: "remove what follows the name of its type")
    })
}
