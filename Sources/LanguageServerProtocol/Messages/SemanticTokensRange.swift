/// Asks for the tokens of a part of a document; answered by ``SemanticTokens``.
package struct SemanticTokensRangeParams: MessageParams, Codable {
  package static let method = "textDocument/semanticTokens/range"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The part.
  package let range: PositionRange
}
