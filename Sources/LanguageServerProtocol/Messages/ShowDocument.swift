/// Asks the client to show a document; answered by whether it did.
package struct ShowDocumentParams: MessageParams, Codable {
  package static let method = "window/showDocument"

  /// The document.
  package var uri: DocumentURI
  /// Whether it gets the cursor.
  package var takeFocus: Bool

  package init(uri: DocumentURI, takeFocus: Bool) {
    self.uri = uri
    self.takeFocus = takeFocus
  }
}

extension ShowDocumentParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri)
    writer.member("takeFocus", takeFocus)
    writer.closeObject()
  }
}
