/// Asks what there is to say about a position; answered by a ``Hover``, or by null.
public struct HoverParams: MessageParams, Codable {
  public static let method = "textDocument/hover"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
