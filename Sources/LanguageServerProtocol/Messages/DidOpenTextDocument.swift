/// A document is open in the client, whose text counts from now on.
package struct DidOpenTextDocumentParams: MessageParams, Codable {
  package static let method = "textDocument/didOpen"

  /// The document with its text.
  package let textDocument: TextDocumentItem
}
