/// Asks what can be selected around some places; answered by one ``SelectionRange`` a place.
public struct SelectionRangeParams: MessageParams, Codable {
  public static let method = "textDocument/selectionRange"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The places.
  public let positions: [Position]
}
