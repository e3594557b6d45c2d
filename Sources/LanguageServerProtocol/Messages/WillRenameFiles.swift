/// Asks what has to be edited before files are renamed; answered by a ``WorkspaceEdit`` or null.
public struct WillRenameFilesParams: MessageParams, Codable {
  public static let method = "workspace/willRenameFiles"

  /// The files and folders.
  public let files: [FileRename]
}
