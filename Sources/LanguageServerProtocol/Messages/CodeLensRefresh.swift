/// Asks the client to ask for all code lenses anew.
package enum CodeLensRefresh {
  /// The name on the wire. The request has no parameters.
  package static let method = "workspace/codeLens/refresh"
}
