/// Asks the client to ask for all inlay hints anew.
public enum InlayHintRefresh {
  /// The name on the wire. The request has no parameters.
  public static let method = "workspace/inlayHint/refresh"
}
