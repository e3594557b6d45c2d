/// The text of an open document has changed.
public struct DidChangeTextDocumentParams: MessageParams, Codable {
  public static let method = "textDocument/didChange"

  /// The document and its new version.
  public let textDocument: VersionedTextDocumentIdentifier
  /// The changes, each relative to the text after those before it.
  public let contentChanges: [TextDocumentContentChangeEvent]
}
