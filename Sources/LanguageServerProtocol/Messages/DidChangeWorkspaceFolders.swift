/// Folders were added to the workspace or removed from it.
package struct DidChangeWorkspaceFoldersParams: MessageParams, Codable {
  package static let method = "workspace/didChangeWorkspaceFolders"

  /// The changes.
  package let event: Event

  /// What was added and removed.
  package struct Event: Codable, Hashable, Sendable {
    package let added: [WorkspaceFolder]
    package let removed: [WorkspaceFolder]
  }
}
