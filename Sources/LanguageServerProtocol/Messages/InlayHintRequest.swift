/// Asks what is implied in a part of a document; answered by a list of ``InlayHint``.
public struct InlayHintParams: MessageParams, Codable {
  public static let method = "textDocument/inlayHint"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The part.
  public let range: PositionRange
}
