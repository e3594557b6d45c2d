/// Asks for the edits that format a part of a document; answered by a list of ``TextEdit``.
public struct DocumentRangeFormattingParams: MessageParams, Codable {
  public static let method = "textDocument/rangeFormatting"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The part.
  public let range: PositionRange
  /// How the client indents.
  public let options: FormattingOptions
}
