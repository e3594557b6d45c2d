/// Asks for the diagnostics of one document; answered by a ``DocumentDiagnosticReport``.
package struct DocumentDiagnosticParams: MessageParams, Codable {
  package static let method = "textDocument/diagnostic"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The answer that the client has.
  package let previousResultId: String?
}
