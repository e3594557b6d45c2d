/// Asks the client to make room for a progress.
package struct WorkDoneProgressCreateParams: MessageParams, Codable {
  package static let method = "window/workDoneProgress/create"

  /// The name under which it will be reported.
  package var token: ProgressToken

  package init(token: ProgressToken) { self.token = token }
}

extension WorkDoneProgressCreateParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("token", token)
    writer.closeObject()
  }
}
