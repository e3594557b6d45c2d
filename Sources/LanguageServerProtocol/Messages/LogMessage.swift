/// A line for the client's log.
package struct LogMessageParams: MessageParams, Codable {
  package static let method = "window/logMessage"

  /// How important it is.
  package var type: MessageType
  /// What to say.
  package var message: String

  package init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension LogMessageParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("type", type.rawValue)
    writer.member("message", message)
    writer.closeObject()
  }
}
