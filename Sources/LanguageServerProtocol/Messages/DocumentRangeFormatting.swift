/// Asks for the edits that format a part of a document; answered by a list of ``TextEdit``.
package struct DocumentRangeFormattingParams: MessageParams, Codable {
  package static let method = "textDocument/rangeFormatting"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The part.
  package let range: PositionRange
  /// How the client indents.
  package let options: FormattingOptions
}
