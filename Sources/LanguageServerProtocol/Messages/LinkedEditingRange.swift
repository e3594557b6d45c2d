/// Asks what changes together with what stands at a position; answered by ``LinkedEditingRanges``, or null.
package struct LinkedEditingRangeParams: MessageParams, Codable {
  package static let method = "textDocument/linkedEditingRange"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
