import SchemaModel

extension Rule {
  /// A preview feature is part of Prisma by now.
  ///
  /// What it stood for works without being asked for.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["driverAdapters"]
  ///                     ~~~~~~~~~~~~~~~~~~ warning[preview-feature-stabilized]: preview feature `driverAdapters` needs no mention any more
  /// }
  /// ```
  public static let previewFeatureStabilized = Rule(
    id: "preview-feature-stabilized", severity: .warning,
    check: .problem { problem in
      Message(
        "preview feature `\(problem[0])` needs no mention any more",
        note: "what it stood for is part of Prisma, or has gone",
        help: "remove it from the list")
    })
}
