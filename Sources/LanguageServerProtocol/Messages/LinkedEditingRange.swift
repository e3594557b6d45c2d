/// Asks what changes together with what stands at a position; answered by ``LinkedEditingRanges``, or null.
public struct LinkedEditingRangeParams: MessageParams, Codable {
  public static let method = "textDocument/linkedEditingRange"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
