/// The diagnostics of one document, in place of all that were published for it before.
public struct PublishDiagnosticsParams: MessageParams, Codable, Hashable {
  public static let method = "textDocument/publishDiagnostics"

  /// The document.
  public var uri: DocumentURI
  /// The version that they belong to; nil for a document that is not open.
  public var version: Int?
  /// All of them.
  public var diagnostics: [Diagnostic]

  public init(uri: DocumentURI, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}
