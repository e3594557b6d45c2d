/// The requests that the server answers: the method table.
public enum ClientRequest: Sendable {
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
  case definition(DefinitionParams)
  case typeDefinition(TypeDefinitionParams)
  case implementation(ImplementationParams)
  case references(ReferenceParams)
  case documentHighlight(DocumentHighlightParams)
  case prepareRename(PrepareRenameParams)
  case rename(RenameParams)
  case linkedEditingRange(LinkedEditingRangeParams)
  case prepareTypeHierarchy(PrepareTypeHierarchyParams)
  case typeHierarchySupertypes(TypeHierarchySupertypesParams)
  case typeHierarchySubtypes(TypeHierarchySubtypesParams)
  case documentSymbol(DocumentSymbolParams)
  case workspaceSymbol(WorkspaceSymbolParams)
  case foldingRange(FoldingRangeParams)
  case selectionRange(SelectionRangeParams)
  case semanticTokens(SemanticTokensParams)
  case semanticTokensDelta(SemanticTokensDeltaParams)
  case semanticTokensRange(SemanticTokensRangeParams)
  case signatureHelp(SignatureHelpParams)
  case hover(HoverParams)
  case inlayHint(InlayHintParams)
  case codeLens(CodeLensParams)
  case codeLensResolve(CodeLensResolveParams)
  case documentLink(DocumentLinkParams)
  case onTypeFormatting(DocumentOnTypeFormattingParams)
  case willRenameFiles(WillRenameFilesParams)
  case executeCommand(ExecuteCommandParams)
  case textDocumentContent(TextDocumentContentParams)

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
    case DefinitionParams.method: self = .definition(try params(DefinitionParams.self))
    case TypeDefinitionParams.method: self = .typeDefinition(try params(TypeDefinitionParams.self))
    case ImplementationParams.method: self = .implementation(try params(ImplementationParams.self))
    case ReferenceParams.method: self = .references(try params(ReferenceParams.self))
    case DocumentHighlightParams.method:
      self = .documentHighlight(try params(DocumentHighlightParams.self))
    case LinkedEditingRangeParams.method:
      self = .linkedEditingRange(try params(LinkedEditingRangeParams.self))
    case PrepareTypeHierarchyParams.method:
      self = .prepareTypeHierarchy(try params(PrepareTypeHierarchyParams.self))
    case TypeHierarchySupertypesParams.method:
      self = .typeHierarchySupertypes(try params(TypeHierarchySupertypesParams.self))
    case TypeHierarchySubtypesParams.method:
      self = .typeHierarchySubtypes(try params(TypeHierarchySubtypesParams.self))
    case DocumentSymbolParams.method:
      self = .documentSymbol(try params(DocumentSymbolParams.self))
    case WorkspaceSymbolParams.method:
      self = .workspaceSymbol(try params(WorkspaceSymbolParams.self))
    case FoldingRangeParams.method:
      self = .foldingRange(try params(FoldingRangeParams.self))
    case SelectionRangeParams.method:
      self = .selectionRange(try params(SelectionRangeParams.self))
    case SemanticTokensParams.method:
      self = .semanticTokens(try params(SemanticTokensParams.self))
    case SemanticTokensDeltaParams.method:
      self = .semanticTokensDelta(try params(SemanticTokensDeltaParams.self))
    case SemanticTokensRangeParams.method:
      self = .semanticTokensRange(try params(SemanticTokensRangeParams.self))
    case SignatureHelpParams.method: self = .signatureHelp(try params(SignatureHelpParams.self))
    case HoverParams.method: self = .hover(try params(HoverParams.self))
    case PrepareRenameParams.method:
      self = .prepareRename(try params(PrepareRenameParams.self))
    case RenameParams.method: self = .rename(try params(RenameParams.self))
    case InlayHintParams.method:
      self = .inlayHint(try params(InlayHintParams.self))
    case CodeLensParams.method:
      self = .codeLens(try params(CodeLensParams.self))
    case CodeLensResolveParams.method:
      self = .codeLensResolve(try params(CodeLensResolveParams.self))
    case DocumentLinkParams.method:
      self = .documentLink(try params(DocumentLinkParams.self))
    case DocumentOnTypeFormattingParams.method:
      self = .onTypeFormatting(try params(DocumentOnTypeFormattingParams.self))
    case WillRenameFilesParams.method:
      self = .willRenameFiles(try params(WillRenameFilesParams.self))
    case ExecuteCommandParams.method:
      self = .executeCommand(try params(ExecuteCommandParams.self))
    case TextDocumentContentParams.method:
      self = .textDocumentContent(try params(TextDocumentContentParams.self))
    default: return nil
    }
  }
}
