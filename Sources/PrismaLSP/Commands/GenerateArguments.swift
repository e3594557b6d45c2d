/// What `generate` is told.
struct GenerateArguments: Hashable, Sendable {
  /// `--generator`, of which there can be several: the names of those that run, all where there are none.
  var generators: [String] = []
  /// `--require-models`
  var requiresModels = false
  /// `--watch`
  var watches = false
  /// `--timeout`: seconds that all generators may take together, nil for ever.
  var timeout: Int?
}
