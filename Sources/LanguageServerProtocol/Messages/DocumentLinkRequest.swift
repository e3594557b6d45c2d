/// Asks what leads somewhere in a document; answered by a list of ``DocumentLink``.
package struct DocumentLinkParams: MessageParams, Codable {
  package static let method = "textDocument/documentLink"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
