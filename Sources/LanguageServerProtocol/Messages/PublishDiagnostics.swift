/// The diagnostics of one document, in place of all that were published for it before.
package struct PublishDiagnosticsParams: MessageParams, Codable, Hashable {
  package static let method = "textDocument/publishDiagnostics"

  /// The document.
  package var uri: DocumentURI
  /// The version that they belong to; nil for a document that is not open.
  package var version: Int?
  /// All of them.
  package var diagnostics: [Diagnostic]

  package init(uri: DocumentURI, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}
