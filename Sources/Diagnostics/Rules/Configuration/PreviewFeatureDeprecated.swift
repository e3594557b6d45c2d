import SchemaModel

extension Rule {
  /// A preview feature is going to be removed.
  ///
  /// It still works in this version. Prisma 7 has removed `metrics`.
  ///
  /// ```prisma v6
  /// generator client {
  ///   provider        = "prisma-client-js"
  ///   previewFeatures = ["metrics"]
  ///                     ~~~~~~~~~~~ warning[preview-feature-deprecated]: preview feature `metrics` is deprecated
  /// }
  /// ```
  public static let previewFeatureDeprecated = Rule(
    id: "preview-feature-deprecated", severity: .warning, tags: [.deprecated],
    check: .problem { problem in
      Message(
        "preview feature `\(problem[0])` is deprecated",
        note: "a later version of Prisma will not have it",
        help: "do without it")
    })
}
