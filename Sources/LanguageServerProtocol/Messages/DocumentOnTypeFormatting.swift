/// Asks for the edits that lay out what was just typed; answered by a list of ``TextEdit``.
public struct DocumentOnTypeFormattingParams: MessageParams, Codable {
  public static let method = "textDocument/onTypeFormatting"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// Where the cursor is now.
  public let position: Position
  /// What was typed.
  public let ch: String
  /// How the client indents.
  public let options: FormattingOptions
}
