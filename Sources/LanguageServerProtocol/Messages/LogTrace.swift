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

extension LogTraceParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("message", message)
    writer.member(ifPresent: "verbose", verbose)
    writer.closeObject()
  }
}
