/// Asks where else a document names what stands at a position; answered by a list of ``DocumentHighlight``, or null.
package struct DocumentHighlightParams: MessageParams, Codable {
  package static let method = "textDocument/documentHighlight"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
