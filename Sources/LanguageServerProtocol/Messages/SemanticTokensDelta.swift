/// Asks what has changed in the tokens of a document; answered by ``SemanticTokensDelta``, or by all
/// ``SemanticTokens``.
package struct SemanticTokensDeltaParams: MessageParams, Codable {
  package static let method = "textDocument/semanticTokens/full/delta"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The answer that the client has.
  package let previousResultId: String
}
