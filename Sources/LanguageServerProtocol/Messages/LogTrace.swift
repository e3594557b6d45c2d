/// Tells what the server does, when tracing is on.
package struct LogTraceParams: MessageParams, Codable {
  package static let method = "$/logTrace"

  /// What happened.
  package var message: String
  /// Details, only when tracing is verbose.
  package var verbose: String?

  package init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }
}
