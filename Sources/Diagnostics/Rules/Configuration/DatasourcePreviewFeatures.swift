extension Rule {
  /// A datasource has `previewFeatures`.
  ///
  /// They belong to the generator, also those that are about the database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider        = "postgresql"
  ///   previewFeatures = ["views"]
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-preview-features]: `previewFeatures` does not belong in a datasource
  /// }
  /// ```
  public static let datasourcePreviewFeatures = Rule(
    id: "datasource-preview-features", severity: .error,
    check: .problem { _ in
      Message(
        "`previewFeatures` does not belong in a datasource", help: "move it to the generator")
    })
}
