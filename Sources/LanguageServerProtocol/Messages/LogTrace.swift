/// Tells what the server does, when tracing is on.
public struct LogTraceParams: MessageParams, Codable {
  public static let method = "$/logTrace"

  /// What happened.
  public var message: String
  /// Details, only when tracing is verbose.
  public var verbose: String?

  public init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }
}

extension LogTraceParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("message", message)
    writer.member(ifPresent: "verbose", verbose)
    writer.closeObject()
  }
}
