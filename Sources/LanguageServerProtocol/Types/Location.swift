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
