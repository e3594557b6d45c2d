/// A document is no longer open: the file on disk counts again.
public struct DidCloseTextDocumentParams: MessageParams, Codable {
  public static let method = "textDocument/didClose"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
