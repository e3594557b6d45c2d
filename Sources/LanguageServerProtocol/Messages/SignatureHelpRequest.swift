/// Asks what can be given in the parentheses around a place; answered by a ``SignatureHelp`` or null.
package struct SignatureHelpParams: MessageParams, Codable {
  package static let method = "textDocument/signatureHelp"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
