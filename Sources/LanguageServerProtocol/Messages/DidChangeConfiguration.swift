/// The settings have changed.
package struct DidChangeConfigurationParams: MessageParams, Codable {
  package static let method = "workspace/didChangeConfiguration"

  /// The settings, in whatever shape the client sends them; null when they are to be asked for.
  package let settings: JSONValue?
}
