/// Asks what there is to say about a position; answered by a ``Hover``, or by null.
package struct HoverParams: MessageParams, Codable {
  package static let method = "textDocument/hover"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
