/// Asks where the type of what stands at a position is declared; answered by a ``NavigationAnswer``.
package struct TypeDefinitionParams: MessageParams, Codable {
  package static let method = "textDocument/typeDefinition"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
