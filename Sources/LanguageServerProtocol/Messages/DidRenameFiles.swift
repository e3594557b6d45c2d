/// Tells that files were renamed in the client.
public struct DidRenameFilesParams: MessageParams, Codable {
  public static let method = "workspace/didRenameFiles"

  /// The files and folders.
  public let files: [FileRename]
}
