/// A document that goes from the client to the server.
package struct TextDocumentItem: Codable, Hashable, Sendable {
  /// Its address.
  package let uri: DocumentURI
  /// The client's name for its language; nothing depends on it.
  package let languageId: String?
  /// Its version, which grows with each change.
  package let version: Int
  /// The whole text.
  package let text: String
}
