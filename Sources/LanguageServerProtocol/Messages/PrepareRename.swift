/// Asks whether what stands at a position can be renamed; answered by a ``RenameTarget``, or null.
public struct PrepareRenameParams: MessageParams, Codable {
  public static let method = "textDocument/prepareRename"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
