/// A line shown over a line of a document, which does something when it is clicked.
public struct CodeLens: Hashable, Sendable {
  /// What a lens is about, by which it is found again when its command is wanted.
  public struct Origin: Codable, Hashable, Sendable {
    /// The document.
    public var uri: DocumentURI
    /// What is counted.
    public var kind: String
    /// The name of the declaration.
    public var name: String

    public init(uri: DocumentURI, kind: String, name: String) {
      self.uri = uri
      self.kind = kind
      self.name = name
    }
  }

  /// Where it is shown.
  public var range: PositionRange
  /// What it does, nil when the client has to ask for it.
  public var command: Command?
  /// What the client sends back to ask for the command, nil when it has it.
  public var data: Origin?

  public init(range: PositionRange, command: Command? = nil, data: Origin? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }
}

extension CodeLens: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member(ifPresent: "command", command)
    writer.member(ifPresent: "data", data)
    writer.closeObject()
  }
}

extension CodeLens.Origin: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri.string)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.closeObject()
  }
}
