/// Names a version of a document.
public struct VersionedTextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its address.
  public let uri: DocumentURI
  /// The version after the change.
  public let version: Int
}
