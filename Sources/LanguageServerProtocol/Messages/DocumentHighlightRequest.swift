/// Asks where else a document names what stands at a position; answered by a list of ``DocumentHighlight``, or null.
public struct DocumentHighlightParams: MessageParams, Codable {
  public static let method = "textDocument/documentHighlight"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
