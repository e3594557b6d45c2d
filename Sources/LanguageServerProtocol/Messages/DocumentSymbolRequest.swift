/// Asks for what a document declares; answered by a list of ``DocumentSymbol``, or of
/// ``SymbolInformation`` if the client knows no hierarchy.
package struct DocumentSymbolParams: MessageParams, Codable {
  package static let method = "textDocument/documentSymbol"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
