/// The requests that the server answers: the method table.
package enum ClientRequest: Sendable {
  case initialize(InitializeParams)
  case shutdown
  case documentDiagnostic(DocumentDiagnosticParams)
  case workspaceDiagnostic(WorkspaceDiagnosticParams)
  case formatting(DocumentFormattingParams)
  case rangeFormatting(DocumentRangeFormattingParams)
  case codeAction(CodeActionParams)
  case codeActionResolve(CodeActionResolveParams)
  case completion(CompletionParams)
  case completionItemResolve(CompletionItemResolveParams)

  /// Reads the parameters; nil when the method is not in the table.
  init?(method: String, params: ParamsDecoder) throws {
    switch method {
    case InitializeParams.method: self = .initialize(try params(InitializeParams.self))
    case "shutdown": self = .shutdown
    case DocumentDiagnosticParams.method:
      self = .documentDiagnostic(try params(DocumentDiagnosticParams.self))
    case WorkspaceDiagnosticParams.method:
      self = .workspaceDiagnostic(try params(WorkspaceDiagnosticParams.self))
    case DocumentFormattingParams.method:
      self = .formatting(try params(DocumentFormattingParams.self))
    case DocumentRangeFormattingParams.method:
      self = .rangeFormatting(try params(DocumentRangeFormattingParams.self))
    case CodeActionParams.method: self = .codeAction(try params(CodeActionParams.self))
    case CodeActionResolveParams.method:
      self = .codeActionResolve(try params(CodeActionResolveParams.self))
    case CompletionParams.method: self = .completion(try params(CompletionParams.self))
    case CompletionItemResolveParams.method:
      self = .completionItemResolve(try params(CompletionItemResolveParams.self))
    default: return nil
    }
  }
}
