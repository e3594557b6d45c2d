/// How a diagnostic's text may be shown.
public enum DiagnosticTag: Int, Codable, Sendable {
  /// Faded.
  case unnecessary = 1
  /// Struck through.
  case deprecated = 2
}
