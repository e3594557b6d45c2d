/// Asks for the edits that format a document; answered by a list of ``TextEdit``.
package struct DocumentFormattingParams: MessageParams, Codable {
  package static let method = "textDocument/formatting"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// How the client indents.
  package let options: FormattingOptions
}
