/// Asks what has to be edited before files are renamed; answered by a ``WorkspaceEdit`` or null.
package struct WillRenameFilesParams: MessageParams, Codable {
  package static let method = "workspace/willRenameFiles"

  /// The files and folders.
  package let files: [FileRename]
}
