/// The text of an open document has changed.
package struct DidChangeTextDocumentParams: MessageParams, Codable {
  package static let method = "textDocument/didChange"

  /// The document and its new version.
  package let textDocument: VersionedTextDocumentIdentifier
  /// The changes, each relative to the text after those before it.
  package let contentChanges: [TextDocumentContentChangeEvent]
}
