/// A folder that is open in the client.
package struct WorkspaceFolder: Codable, Hashable, Sendable {
  /// Its address.
  package let uri: DocumentURI
  /// The name that the client shows.
  package let name: String?

  package init(uri: DocumentURI, name: String? = nil) {
    self.uri = uri
    self.name = name
  }
}
