/// Asks for the tokens of a document; answered by ``SemanticTokens``.
public struct SemanticTokensParams: MessageParams, Codable {
  public static let method = "textDocument/semanticTokens/full"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
