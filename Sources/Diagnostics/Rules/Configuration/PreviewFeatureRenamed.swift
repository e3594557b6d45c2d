import SchemaModel

extension Rule {
  /// A preview feature has another name by now.
  ///
  /// On PostgreSQL `fullTextSearch` is called `fullTextSearchPostgres`; on MySQL it needs no
  /// mention.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["fullTextSearch"]
  ///                     ~~~~~~~~~~~~~~~~~~ warning[preview-feature-renamed]: preview feature `fullTextSearch` is now called `fullTextSearchPostgres`
  /// }
  /// ```
  public static let previewFeatureRenamed = Rule(
    id: "preview-feature-renamed", severity: .warning, tags: [.deprecated],
    check: .problem { problem in
      Message(
        "preview feature `\(problem[0])` is now called `\(problem[1])`",
        help: "write `\(problem[1])`")
    })
}
