/// Asks what has changed in the tokens of a document; answered by ``SemanticTokensDelta``, or by all
/// ``SemanticTokens``.
public struct SemanticTokensDeltaParams: MessageParams, Codable {
  public static let method = "textDocument/semanticTokens/full/delta"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The answer that the client has.
  public let previousResultId: String
}
