/// Asks for the edits that lay out what was just typed; answered by a list of ``TextEdit``.
package struct DocumentOnTypeFormattingParams: MessageParams, Codable {
  package static let method = "textDocument/onTypeFormatting"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// Where the cursor is now.
  package let position: Position
  /// What was typed.
  package let ch: String
  /// How the client indents.
  package let options: FormattingOptions
}
