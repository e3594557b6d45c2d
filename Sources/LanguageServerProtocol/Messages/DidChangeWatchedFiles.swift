/// Files on disk have changed.
package struct DidChangeWatchedFilesParams: MessageParams, Codable {
  package static let method = "workspace/didChangeWatchedFiles"

  /// The changes.
  package let changes: [FileEvent]
}
