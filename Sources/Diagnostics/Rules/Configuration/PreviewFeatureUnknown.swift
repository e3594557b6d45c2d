import SchemaModel

extension Rule {
  /// A preview feature does not exist.
  ///
  /// It may be misspelled, belong to another version of Prisma, or not go with the provider of the
  /// datasource.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["view"]
  ///                     ~~~~~~~~ error[preview-feature-unknown]: there is no preview feature `view`
  /// }
  /// ```
  public static let previewFeatureUnknown = Rule(
    id: "preview-feature-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "there is no preview feature `\(problem[0])`",
        note: problem[1].isEmpty ? nil : "there are \(problem.names(1))",
        help: "correct the name, or remove it")
    })
}
