/// What `init` is told.
struct InitArguments: Hashable, Sendable {
  /// `--datasource-provider`
  var provider: String?
  /// `--generator-provider`
  var generator: String?
  /// `--preview-feature`, of which there can be several.
  var previewFeatures: [String] = []
  /// `--with-model`
  var hasModel = false
}
