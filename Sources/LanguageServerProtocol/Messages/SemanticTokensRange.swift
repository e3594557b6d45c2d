/// Asks for the tokens of a part of a document; answered by ``SemanticTokens``.
public struct SemanticTokensRangeParams: MessageParams, Codable {
  public static let method = "textDocument/semanticTokens/range"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The part.
  public let range: PositionRange
}
