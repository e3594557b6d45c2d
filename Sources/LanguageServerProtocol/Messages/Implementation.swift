/// Asks what carries out what stands at a position; answered by a ``NavigationAnswer``.
package struct ImplementationParams: MessageParams, Codable {
  package static let method = "textDocument/implementation"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
