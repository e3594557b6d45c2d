/// Turns tracing on or off.
package struct SetTraceParams: MessageParams, Codable {
  package static let method = "$/setTrace"

  /// How much is wanted.
  package let value: TraceValue
}
