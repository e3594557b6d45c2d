/// Asks the client to pull all diagnostics anew.
package enum DiagnosticRefresh {
  /// The name on the wire. The request has no parameters.
  package static let method = "workspace/diagnostic/refresh"
}
