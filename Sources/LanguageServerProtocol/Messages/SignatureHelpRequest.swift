/// Asks what can be given in the parentheses around a place; answered by a ``SignatureHelp`` or null.
public struct SignatureHelpParams: MessageParams, Codable {
  public static let method = "textDocument/signatureHelp"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
