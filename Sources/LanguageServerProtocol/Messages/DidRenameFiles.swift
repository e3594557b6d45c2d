/// Tells that files were renamed in the client.
package struct DidRenameFilesParams: MessageParams, Codable {
  package static let method = "workspace/didRenameFiles"

  /// The files and folders.
  package let files: [FileRename]
}
