/// A file or folder that gets another name.
public struct FileRename: Codable, Hashable, Sendable {
  /// Its address before.
  public let oldUri: DocumentURI
  /// Its address afterwards.
  public let newUri: DocumentURI
}
