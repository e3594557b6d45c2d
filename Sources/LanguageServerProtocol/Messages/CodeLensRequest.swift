/// Asks what is shown over the lines of a document; answered by a list of ``CodeLens`` without commands.
public struct CodeLensParams: MessageParams, Codable {
  public static let method = "textDocument/codeLens"

  /// The document.
  public let textDocument: TextDocumentIdentifier
}
