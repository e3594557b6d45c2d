/// Asks what can be done at a place; answered by a list of ``CodeAction``.
public struct CodeActionParams: MessageParams, Codable {
  public static let method = "textDocument/codeAction"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// What is selected.
  public let range: PositionRange
  /// What is wanted.
  public let context: Context

  /// LSP's `CodeActionContext`.
  public struct Context: Codable, Sendable {
    /// The diagnostics that the client knows of in the range; empty when it asks by itself.
    public let diagnostics: [Known]
    /// The kinds that are wanted, nil for all.
    public let only: [String]?
  }

  /// As much of a diagnostic as is needed to know it again: clients send back those of all servers.
  public struct Known: Codable, Sendable {
    /// Where.
    public let range: PositionRange
    /// The id of the rule, when it is one of ours.
    public let code: JSONValue?
    /// Who found it.
    public let source: String?
    /// What it says.
    public let message: String?
  }
}
