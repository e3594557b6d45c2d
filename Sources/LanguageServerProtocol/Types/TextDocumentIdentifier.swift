/// Names a document.
package struct TextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its address.
  package let uri: DocumentURI
}
