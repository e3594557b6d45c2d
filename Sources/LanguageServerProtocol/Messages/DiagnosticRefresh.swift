/// Asks the client to pull all diagnostics anew.
public enum DiagnosticRefresh {
  /// The name on the wire. The request has no parameters.
  public static let method = "workspace/diagnostic/refresh"
}
