/// Asks what can be done at a place; answered by a list of ``CodeAction``.
package struct CodeActionParams: MessageParams, Codable {
  package static let method = "textDocument/codeAction"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// What is selected.
  package let range: PositionRange
  /// What is wanted.
  package let context: Context

  /// LSP's `CodeActionContext`.
  package struct Context: Codable, Sendable {
    /// The diagnostics that the client knows of in the range; empty when it asks by itself.
    package let diagnostics: [Known]
    /// The kinds that are wanted, nil for all.
    package let only: [String]?
  }

  /// As much of a diagnostic as is needed to know it again: clients send back those of all servers.
  package struct Known: Codable, Sendable {
    /// Where.
    package let range: PositionRange
    /// The id of the rule, when it is one of ours.
    package let code: JSONValue?
    /// Who found it.
    package let source: String?
  }
}
