/// Asks what can be folded in a document; answered by a list of ``FoldingRange``.
public struct FoldingRangeParams: MessageParams, Codable {
  public static let method = "textDocument/foldingRange"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
