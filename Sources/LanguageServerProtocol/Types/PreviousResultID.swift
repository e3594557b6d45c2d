/// The answer that a client has for a document.
public struct PreviousResultID: Codable, Hashable, Sendable {
  /// The document.
  public let uri: DocumentURI
  /// The id of the answer.
  public let value: String
}
