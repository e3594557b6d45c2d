/// Asks what is shown over the lines of a document; answered by a list of ``CodeLens`` without commands.
package struct CodeLensParams: MessageParams, Codable {
  package static let method = "textDocument/codeLens"

  /// The document.
  package let textDocument: TextDocumentIdentifier
}
