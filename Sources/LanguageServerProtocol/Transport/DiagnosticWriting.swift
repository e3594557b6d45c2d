// The messages that follow each keystroke, written by hand, see ``JSONWriter``. A test compares what
// they write with what `JSONEncoder` makes of the same values.

extension Position: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.packed(Self.capacity) { part in
      part.literal(#"{"line":"#)
      part.number(line)
      part.literal(#","character":"#)
      part.number(character)
      part.literal("}")
    }
  }

  /// The most bytes that it takes.
  fileprivate static let capacity = 64
}

extension PositionRange: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.packed(Self.capacity) { write(to: &$0) }
  }

  /// The most bytes that it takes.
  static let capacity = 2 * Position.capacity + 20

  /// Writes the range as a part of something larger.
  @inline(__always)
  func write(to part: inout JSONPart) {
    // Few long pieces: each costs more than its bytes.
    part.literal(#"{"start":{"line":"#)
    part.number(start.line)
    part.literal(#","character":"#)
    part.number(start.character)
    part.literal(#"},"end":{"line":"#)
    part.number(end.line)
    part.literal(#","character":"#)
    part.number(end.character)
    part.literal("}}")
  }
}

extension DiagnosticRelatedInformation: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("location")
    writer.openObject()
    writer.name("uri")
    writer.value(location.uri.string)
    writer.name("range")
    location.range.write(to: &writer)
    writer.closeObject()
    writer.name("message")
    writer.value(message)
    writer.closeObject()
  }
}

extension Diagnostic: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("range")
    range.write(to: &writer)
    writer.name("severity")
    writer.value(severity.rawValue)
    if let code {
      writer.name("code")
      writer.value(code)
    }
    if let codeDescription {
      writer.name("codeDescription")
      writer.openObject()
      writer.name("href")
      writer.value(codeDescription.href)
      writer.closeObject()
    }
    writer.name("source")
    writer.value(source)
    writer.name("message")
    writer.value(message)
    if let tags {
      writer.name("tags")
      writer.openArray()
      for tag in tags { writer.value(tag.rawValue) }
      writer.closeArray()
    }
    if let relatedInformation {
      writer.name("relatedInformation")
      writer.openArray()
      for information in relatedInformation { information.write(to: &writer) }
      writer.closeArray()
    }
    if let data { writer.member("data", data) }
    writer.closeObject()
  }
}

extension PublishDiagnosticsParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("uri")
    writer.value(uri.string)
    if let version {
      writer.name("version")
      writer.value(version)
    }
    writer.name("diagnostics")
    writer.openArray()
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    writer.closeArray()
    writer.closeObject()
  }
}

extension DocumentDiagnosticReport: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writeMembers(to: &writer)
    writer.closeObject()
  }

  fileprivate func writeMembers(to writer: inout JSONWriter) {
    writer.name("kind")
    switch self {
    case .full(let resultID, let items):
      writer.value("full")
      writer.name("resultId")
      writer.value(resultID)
      writer.name("items")
      writer.openArray()
      for item in items { item.write(to: &writer) }
      writer.closeArray()
    case .unchanged(let resultID):
      writer.value("unchanged")
      writer.name("resultId")
      writer.value(resultID)
    }
  }
}

extension WorkspaceDiagnosticReport: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("items")
    writer.openArray()
    for item in items {
      writer.openObject()
      item.report.writeMembers(to: &writer)
      writer.name("uri")
      writer.value(item.uri.string)
      writer.name("version")
      if let version = item.version { writer.value(version) } else { writer.null() }
      writer.closeObject()
    }
    writer.closeArray()
    writer.closeObject()
  }
}

extension TextEdit: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("range")
    range.write(to: &writer)
    writer.name("newText")
    writer.value(newText)
    writer.closeObject()
  }
}

extension RequestID: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .integer(let value): writer.value(value)
    case .string(let value): writer.value(value)
    case .null: writer.null()
    }
  }
}
