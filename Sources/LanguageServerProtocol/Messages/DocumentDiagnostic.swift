/// Asks for the diagnostics of one document; answered by a ``DocumentDiagnosticReport``.
public struct DocumentDiagnosticParams: MessageParams, Codable {
  public static let method = "textDocument/diagnostic"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The answer that the client has.
  public let previousResultId: String?
}
