/// Asks what leads somewhere in a document; answered by a list of ``DocumentLink``.
public struct DocumentLinkParams: MessageParams, Codable {
  public static let method = "textDocument/documentLink"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
