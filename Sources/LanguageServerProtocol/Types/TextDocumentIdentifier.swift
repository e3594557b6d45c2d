/// Names a document.
public struct TextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its address.
  public let uri: DocumentURI

  public init(uri: DocumentURI) { self.uri = uri }
}
