/// A finding in a document.
public struct Diagnostic: Codable, Hashable, Sendable {
  /// Where.
  public var range: PositionRange
  /// How bad.
  public var severity: DiagnosticSeverity
  /// The id of the rule.
  public var code: String?
  /// Where the rule is explained.
  public var codeDescription: CodeDescription?
  /// Who found it.
  public var source: String
  /// The words.
  public var message: String
  /// How the text may be shown.
  public var tags: [DiagnosticTag]?
  /// Other places that have to do with it.
  public var relatedInformation: [DiagnosticRelatedInformation]?
  /// What the server wants back with a request for code actions.
  public var data: JSONValue?

  public init(
    range: PositionRange, severity: DiagnosticSeverity, code: String? = nil,
    codeDescription: CodeDescription? = nil, source: String, message: String,
    tags: [DiagnosticTag]? = nil, relatedInformation: [DiagnosticRelatedInformation]? = nil,
    data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.tags = tags
    self.relatedInformation = relatedInformation
    self.data = data
  }
}
