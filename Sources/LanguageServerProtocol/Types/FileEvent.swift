/// A change of a file on disk.
package struct FileEvent: Codable, Hashable, Sendable {
  /// The file.
  package let uri: DocumentURI
  /// What happened to it; 1 created, 2 changed, 3 deleted. Other numbers count as changed.
  package let type: Int

  /// The file is gone.
  package static let deleted = 3
}
