/// Asks what can be folded in a document; answered by a list of ``FoldingRange``.
package struct FoldingRangeParams: MessageParams, Codable {
  package static let method = "textDocument/foldingRange"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
