/// Asks the client to make room for a progress.
public struct WorkDoneProgressCreateParams: MessageParams, Codable {
  public static let method = "window/workDoneProgress/create"

  /// The name under which it will be reported.
  public var token: ProgressToken

  public init(token: ProgressToken) { self.token = token }
}

extension WorkDoneProgressCreateParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("token", token)
    writer.closeObject()
  }
}
