/// The settings have changed.
public struct DidChangeConfigurationParams: MessageParams, Codable {
  public static let method = "workspace/didChangeConfiguration"

  /// The settings, in whatever shape the client sends them; null when they are to be asked for.
  public let settings: JSONValue?
}
