/// A document that goes from the client to the server.
public struct TextDocumentItem: Codable, Hashable, Sendable {
  /// Its address.
  public let uri: DocumentURI
  /// The client's name for its language; nothing depends on it.
  public let languageId: String?
  /// Its version, which grows with each change.
  public let version: Int
  /// The whole text.
  public let text: String
}
