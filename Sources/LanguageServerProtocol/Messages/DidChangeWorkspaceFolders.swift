/// Folders were added to the workspace or removed from it.
public struct DidChangeWorkspaceFoldersParams: MessageParams, Codable {
  public static let method = "workspace/didChangeWorkspaceFolders"

  /// The changes.
  public let event: Event

  /// What was added and removed.
  public struct Event: Codable, Hashable, Sendable {
    public let added: [WorkspaceFolder]
    public let removed: [WorkspaceFolder]
  }
}
