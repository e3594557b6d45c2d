import SchemaModel

extension Rule {
  /// The database has no shard keys.
  ///
  /// Shard keys are for MySQL as PlanetScale runs it.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["shardKeys"]
  /// }
  ///
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id     Int    @id
  ///   region String @shardKey
  ///                 ~~~~~~~~~ error[shard-keys-unsupported]: `postgresql` has no shard keys
  /// }
  /// ```
  public static let shardKeysUnsupported = Rule(
    id: "shard-keys-unsupported", severity: .error, evidence: .line,
    check: .model { context, findings in
      guard let key = context.model.shardKey, !context.model.isView,
        !context.connector.supportsShardKeys
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no shard keys",
          help: "remove `\(key.isBlockAttribute ? "@@shardKey" : "@shardKey")`"),
        at: key.range)
    })
}
