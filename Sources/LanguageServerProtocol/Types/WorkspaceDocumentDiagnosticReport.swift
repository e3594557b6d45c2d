/// The diagnostics of one document of a workspace.
public struct WorkspaceDocumentDiagnosticReport: Encodable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// The version that they belong to; nil for a document that is not open.
  public var version: Int?
  /// The diagnostics.
  public var report: DocumentDiagnosticReport

  public init(uri: DocumentURI, version: Int?, report: DocumentDiagnosticReport) {
    self.uri = uri
    self.version = version
    self.report = report
  }

  private enum CodingKeys: String, CodingKey { case uri, version }

  public func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(uri, forKey: .uri)
    try container.encode(version, forKey: .version)
  }
}
