/// Asks where what stands at a position is declared; answered by a ``NavigationAnswer``.
package struct DefinitionParams: MessageParams, Codable {
  package static let method = "textDocument/definition"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
