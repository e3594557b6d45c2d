/// A stretch of a document.
public struct Location: Codable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// The stretch.
  public var range: PositionRange

  public init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri.string)
    writer.member("range", range)
    writer.closeObject()
  }
}

/// Writes many locations in one document: its address is written the same way in each, so it is put into
/// JSON once.
public struct LocationWriter {
  private let beginning: [UInt8]

  public init(_ uri: DocumentURI) {
    beginning = Array(#"{"uri":"#.utf8) + uri.string.json + Array(#","range":"#.utf8)
  }

  /// Writes the location of a stretch of the document.
  public func write(_ range: PositionRange, to writer: inout JSONWriter) {
    beginning.withUnsafeBufferPointer { beginning in
      writer.packed(beginning.count + PositionRange.capacity + 1) { part in
        part.copy(beginning)
        range.write(to: &part)
        part.literal("}")
      }
    }
  }
}
