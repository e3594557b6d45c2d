import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Switches on the preview feature that something needs, in the first generator of the client.
  static let addPreviewFeature = QuickFix(
    "Switch on a preview feature", rules: featureOfRule.keys.sorted()
  ) { context in
    guard let feature = featureOfRule[context.diagnostic.id],
      let generator = context.analysis.clientGenerator
    else { return [] }
    return [
      context.fix("Add preview feature `\(feature)`", isPreferred: true) { edit in
        generator.addToList("previewFeatures", "\"\(feature)\"", in: &edit)
      }
    ]
  }

  private static let featureOfRule = [
    "extensions-preview-missing": "postgresqlExtensions", "shard-keys-preview-missing": "shardKeys",
    "views-preview-missing": "views", "where-preview-missing": "partialIndexes",
  ]
}
