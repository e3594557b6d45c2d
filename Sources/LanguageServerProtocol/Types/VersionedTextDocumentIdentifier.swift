/// Names a version of a document.
package struct VersionedTextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its address.
  package let uri: DocumentURI
  /// The version after the change.
  package let version: Int
}
