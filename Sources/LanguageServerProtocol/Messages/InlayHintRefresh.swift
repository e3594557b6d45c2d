/// Asks the client to ask for all inlay hints anew.
package enum InlayHintRefresh {
  /// The name on the wire. The request has no parameters.
  package static let method = "workspace/inlayHint/refresh"
}
