/// Asks for all places that name what stands at a position; answered by a list of ``Location``, or null.
package struct ReferenceParams: MessageParams, Codable {
  package static let method = "textDocument/references"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
  /// What is wanted.
  package let context: Context

  /// LSP's `ReferenceContext`.
  package struct Context: Codable, Sendable {
    /// Whether declarations are wanted too.
    package let includeDeclaration: Bool
  }
}
