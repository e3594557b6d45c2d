/// Asks whether what stands at a position can be renamed; answered by a ``RenameTarget``, or null.
package struct PrepareRenameParams: MessageParams, Codable {
  package static let method = "textDocument/prepareRename"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
