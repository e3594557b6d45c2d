import SchemaModel

extension Rule {
  /// Shard keys need a preview feature.
  ///
  /// A shard key tells where a row of a distributed table is stored.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id     Int    @id
  ///   region String @shardKey
  ///                 ~~~~~~~~~ error[shard-keys-preview-missing]: shard keys need the preview feature `shardKeys`
  /// }
  /// ```
  public static let shardKeysPreviewMissing = Rule(
    id: "shard-keys-preview-missing", severity: .error, evidence: .line,
    dependsOnPreviewFeatures: true,
    check: .model { context, findings in
      guard let key = context.model.shardKey, !context.model.isView,
        !context.configuration.hasPreviewFeature("shardKeys")
      else { return }
      findings.report(
        Message(
          "shard keys need the preview feature `shardKeys`",
          help: "add `previewFeatures = [\"shardKeys\"]` to a generator"),
        at: key.range)
    })
}
