/// A change of a file on disk.
public struct FileEvent: Codable, Hashable, Sendable {
  /// The file.
  public let uri: DocumentURI
  /// What happened to it; 1 created, 2 changed, 3 deleted. Other numbers count as changed.
  public let type: Int

  /// The file is gone.
  public static let deleted = 3
}
