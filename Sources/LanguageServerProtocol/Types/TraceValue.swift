/// How much of the server's work the client wants to hear about.
public enum TraceValue: String, Codable, Sendable {
  case off
  case messages
  case verbose
}
