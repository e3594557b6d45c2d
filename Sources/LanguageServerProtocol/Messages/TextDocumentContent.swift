/// Asks for the text of a document that only the server has; answered by ``TextDocumentContentResult``.
///
/// Source: LSP 3.18, `workspace/textDocumentContent`.
package struct TextDocumentContentParams: MessageParams, Codable {
  package static let method = "workspace/textDocumentContent"

  /// The document.
  package let uri: DocumentURI
}

/// The text of a document that only the server has.
package struct TextDocumentContentResult: Hashable, Sendable {
  /// All of it.
  package var text: String

  package init(text: String) { self.text = text }
}

extension TextDocumentContentResult: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("text", text)
    writer.closeObject()
  }
}

/// Asks the client to ask for the text of a document anew.
package struct TextDocumentContentRefreshParams: MessageParams, Codable {
  package static let method = "workspace/textDocumentContent/refresh"

  /// The document.
  package var uri: DocumentURI

  package init(uri: DocumentURI) { self.uri = uri }
}

extension TextDocumentContentRefreshParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri)
    writer.closeObject()
  }
}
