/// A stretch of a document.
package struct Location: Codable, Hashable, Sendable {
  /// The document.
  package var uri: DocumentURI
  /// The stretch.
  package var range: PositionRange

  package init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri.string)
    writer.member("range", range)
    writer.closeObject()
  }
}

/// Writes many locations in one document: its address is written the same way in each, so it is put into
/// JSON once.
package struct LocationWriter {
  private let beginning: [UInt8]

  package init(_ uri: DocumentURI) {
    beginning = Array(#"{"uri":"#.utf8) + uri.string.json + Array(#","range":"#.utf8)
  }

  /// Writes the location of a stretch of the document.
  package func write(_ range: PositionRange, to writer: inout JSONWriter) {
    beginning.withUnsafeBufferPointer { beginning in
      writer.packed(beginning.count + PositionRange.capacity + 1) { part in
        part.copy(beginning)
        range.write(to: &part)
        part.literal("}")
      }
    }
  }
}
