/// Asks for what a document declares; answered by a tree of symbols, or by a list of
/// ``SymbolInformation`` if the client knows no hierarchy.
public struct DocumentSymbolParams: MessageParams, Codable {
  public static let method = "textDocument/documentSymbol"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
