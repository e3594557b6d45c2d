/// Names a document.
package struct TextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its address.
  package let uri: DocumentURI

  package init(uri: DocumentURI) { self.uri = uri }
}
