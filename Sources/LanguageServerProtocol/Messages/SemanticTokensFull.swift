/// Asks for the tokens of a document; answered by ``SemanticTokens``.
package struct SemanticTokensParams: MessageParams, Codable {
  package static let method = "textDocument/semanticTokens/full"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
