/// Asks for all places that name what stands at a position; answered by a list of ``Location``, or null.
public struct ReferenceParams: MessageParams, Codable {
  public static let method = "textDocument/references"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
  /// What is wanted.
  public let context: Context

  /// LSP's `ReferenceContext`.
  public struct Context: Codable, Sendable {
    /// Whether declarations are wanted too.
    public let includeDeclaration: Bool
  }
}
