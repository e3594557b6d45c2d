/// Asks for what can be written at a position; answered by a ``CompletionList``.
public struct CompletionParams: MessageParams, Codable {
  public static let method = "textDocument/completion"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
  /// What the request came from.
  public let context: Context?

  /// What a request came from.
  public struct Context: Codable, Hashable, Sendable {
    /// The character whose typing asked, nil when something else did.
    public let triggerCharacter: String?
  }
}
