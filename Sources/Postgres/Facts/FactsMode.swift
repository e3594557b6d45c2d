/// What a database is asked about the data that a migration meets.
public enum FactsMode: String, Hashable, Sendable, CaseIterable {
  /// Nothing.
  case off
  /// What the server knows by heart, and whether anything stands in the way: no counting.
  case estimates
  /// Counts too.
  case exact
}
