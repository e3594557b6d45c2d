/// A line shown over a line of a document, which does something when it is clicked.
package struct CodeLens: Hashable, Sendable {
  /// What a lens is about, by which it is found again when its command is wanted.
  package struct Origin: Codable, Hashable, Sendable {
    /// The document.
    package var uri: DocumentURI
    /// What is counted.
    package var kind: String
    /// The name of the declaration.
    package var name: String

    package init(uri: DocumentURI, kind: String, name: String) {
      self.uri = uri
      self.kind = kind
      self.name = name
    }
  }

  /// Shows places in the client, which has to have the command.
  package struct Command: Hashable, Sendable {
    /// What the user reads.
    package var title: String
    /// The command's name.
    package var command: String
    /// The document and the place that the lens belongs to: the first two arguments.
    package var origin: Location
    /// The places to show: the third argument.
    package var locations: [Location]

    package init(title: String, command: String, origin: Location, locations: [Location]) {
      self.title = title
      self.command = command
      self.origin = origin
      self.locations = locations
    }
  }

  /// Where it is shown.
  package var range: PositionRange
  /// What it does, nil when the client has to ask for it.
  package var command: Command?
  /// What the client sends back to ask for the command.
  package var data: Origin

  package init(range: PositionRange, command: Command? = nil, data: Origin) {
    self.range = range
    self.command = command
    self.data = data
  }
}

extension CodeLens: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member(ifPresent: "command", command)
    writer.name("data")
    writer.openObject()
    writer.member("uri", data.uri.string)
    writer.member("kind", data.kind)
    writer.member("name", data.name)
    writer.closeObject()
    writer.closeObject()
  }
}

extension CodeLens.Command: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("title", title)
    writer.member("command", command)
    writer.name("arguments")
    writer.openArray()
    origin.uri.string.write(to: &writer)
    origin.range.start.write(to: &writer)
    locations.write(to: &writer)
    writer.closeArray()
    writer.closeObject()
  }
}
