/// A document is no longer open: the file on disk counts again.
package struct DidCloseTextDocumentParams: MessageParams, Codable {
  package static let method = "textDocument/didClose"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
