/// Asks for the edits that format a document; answered by a list of ``TextEdit``.
public struct DocumentFormattingParams: MessageParams, Codable {
  public static let method = "textDocument/formatting"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// How the client indents.
  public let options: FormattingOptions
}
