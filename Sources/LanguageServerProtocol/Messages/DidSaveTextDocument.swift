/// A document was saved.
package struct DidSaveTextDocumentParams: MessageParams, Codable {
  package static let method = "textDocument/didSave"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
