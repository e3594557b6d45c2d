/// Asks for what can be written at a position; answered by a ``CompletionList``.
package struct CompletionParams: MessageParams, Codable {
  package static let method = "textDocument/completion"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
  /// What the request came from.
  package let context: Context?

  /// What a request came from.
  package struct Context: Codable, Hashable, Sendable {
    /// The character whose typing asked, nil when something else did.
    package let triggerCharacter: String?
  }
}
