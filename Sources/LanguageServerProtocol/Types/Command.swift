/// Something that the client or the server does when the user asks for it.
public struct Command: Hashable, Sendable {
  /// What the user reads.
  public var title: String
  /// The command's name.
  public var command: String
  /// What it is about: a JSON array.
  public var arguments: RawJSON

  /// - Parameter arguments: writes the arguments, one value after the other.
  public init(title: String, command: String, arguments: (inout JSONWriter) -> Void) {
    self.title = title
    self.command = command
    var writer = JSONWriter()
    writer.openArray()
    arguments(&writer)
    writer.closeArray()
    self.arguments = RawJSON(bytes: writer.bytes)
  }
}

extension Command: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("title", title)
    writer.member("command", command)
    writer.member("arguments", arguments)
    writer.closeObject()
  }
}
