/// Turns tracing on or off.
public struct SetTraceParams: MessageParams, Codable {
  public static let method = "$/setTrace"

  /// How much is wanted.
  public let value: TraceValue
}
