/// A document was saved.
public struct DidSaveTextDocumentParams: MessageParams, Codable {
  public static let method = "textDocument/didSave"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
