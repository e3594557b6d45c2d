/// Asks what is implied in a part of a document; answered by a list of ``InlayHint``.
package struct InlayHintParams: MessageParams, Codable {
  package static let method = "textDocument/inlayHint"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The part.
  package let range: PositionRange
}
