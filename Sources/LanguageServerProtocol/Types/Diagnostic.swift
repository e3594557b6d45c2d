/// A finding in a document.
package struct Diagnostic: Codable, Hashable, Sendable {
  /// Where.
  package var range: PositionRange
  /// How bad.
  package var severity: DiagnosticSeverity
  /// The id of the rule.
  package var code: String?
  /// Where the rule is explained.
  package var codeDescription: CodeDescription?
  /// Who found it.
  package var source: String
  /// The words.
  package var message: String
  /// How the text may be shown.
  package var tags: [DiagnosticTag]?
  /// Other places that have to do with it.
  package var relatedInformation: [DiagnosticRelatedInformation]?
  /// What the server wants back with a request for code actions.
  package var data: JSONValue?

  package init(
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
