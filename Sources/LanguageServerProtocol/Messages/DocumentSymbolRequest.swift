/// Asks for what a document declares; answered by a tree of symbols, or by a list of
/// ``SymbolInformation`` if the client knows no hierarchy.
package struct DocumentSymbolParams: MessageParams, Codable {
  package static let method = "textDocument/documentSymbol"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
