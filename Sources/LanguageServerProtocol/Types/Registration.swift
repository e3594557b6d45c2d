/// One capability that the server asks the client to turn on.
public struct Registration: Codable, Hashable, Sendable {
  /// The name by which it can be turned off again.
  public var id: String
  /// The message that the client shall send.
  public var method: String
  /// When to send it.
  public var registerOptions: JSONValue?

  public init(id: String, method: String, registerOptions: JSONValue? = nil) {
    self.id = id
    self.method = method
    self.registerOptions = registerOptions
  }
}

extension Registration: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("id", id)
    writer.member("method", method)
    writer.member(ifPresent: "registerOptions", registerOptions)
    writer.closeObject()
  }
}
