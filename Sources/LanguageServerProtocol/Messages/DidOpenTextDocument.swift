/// A document is open in the client, whose text counts from now on.
public struct DidOpenTextDocumentParams: MessageParams, Codable {
  public static let method = "textDocument/didOpen"

  /// The document with its text.
  public let textDocument: TextDocumentItem
}
