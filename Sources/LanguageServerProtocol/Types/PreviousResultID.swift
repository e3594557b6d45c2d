/// The answer that a client has for a document.
package struct PreviousResultID: Codable, Hashable, Sendable {
  /// The document.
  package let uri: DocumentURI
  /// The id of the answer.
  package let value: String
}
