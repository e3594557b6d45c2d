/// Asks what can be selected around some places; answered by one ``SelectionRange`` a place.
package struct SelectionRangeParams: MessageParams, Codable {
  package static let method = "textDocument/selectionRange"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The places.
  package let positions: [Position]
}
