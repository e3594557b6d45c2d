/// Asks the client to ask for all code lenses anew.
public enum CodeLensRefresh {
  /// The name on the wire. The request has no parameters.
  public static let method = "workspace/codeLens/refresh"
}
