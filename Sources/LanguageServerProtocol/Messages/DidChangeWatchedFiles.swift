/// Files on disk have changed.
public struct DidChangeWatchedFilesParams: MessageParams, Codable {
  public static let method = "workspace/didChangeWatchedFiles"

  /// The changes.
  public let changes: [FileEvent]
}
