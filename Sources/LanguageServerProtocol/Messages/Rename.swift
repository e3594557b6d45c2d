/// Asks for the edits that rename what stands at a position; answered by a ``WorkspaceEdit``.
public struct RenameParams: MessageParams, Codable {
  public static let method = "textDocument/rename"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
  /// The name that it shall have.
  public let newName: String
}
