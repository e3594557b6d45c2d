/// Asks for the edits that rename what stands at a position; answered by a ``WorkspaceEdit``.
package struct RenameParams: MessageParams, Codable {
  package static let method = "textDocument/rename"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
  /// The name that it shall have.
  package let newName: String
}
