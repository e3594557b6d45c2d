/// A line for the client's log.
public struct LogMessageParams: MessageParams, Codable {
  public static let method = "window/logMessage"

  /// How important it is.
  public var type: MessageType
  /// What to say.
  public var message: String

  public init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension LogMessageParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("type", type.rawValue)
    writer.member("message", message)
    writer.closeObject()
  }
}
