import LanguageServerProtocol

/// What is done with each message: the method table.
extension Server {
  func take(_ request: ClientRequest, _ id: RequestID) {
    switch request {
    case .initialize(let params): initialize(params, id)
    case .shutdown: shutDown(id)
    case .documentDiagnostic(let params): documentDiagnostic(params, id)
    case .workspaceDiagnostic(let params): workspaceDiagnostic(params, id)
    case .formatting(let params): formatting(params, id)
    case .rangeFormatting(let params): rangeFormatting(params, id)
    case .codeAction(let params): codeAction(params, id)
    case .codeActionResolve(let params): codeActionResolve(params, id)
    case .completion(let params): completion(params, id)
    case .completionItemResolve(let params): completionItemResolve(params, id)
    case .definition(let params): definition(params, id)
    case .typeDefinition(let params): typeDefinition(params, id)
    case .implementation(let params): implementation(params, id)
    case .references(let params): references(params, id)
    case .documentHighlight(let params): documentHighlight(params, id)
    case .prepareRename(let params): prepareRename(params, id)
    case .rename(let params): rename(params, id)
    case .linkedEditingRange(let params): linkedEditingRange(params, id)
    case .prepareTypeHierarchy(let params): prepareTypeHierarchy(params, id)
    case .typeHierarchySupertypes(let params): typeHierarchySupertypes(params, id)
    case .typeHierarchySubtypes(let params): typeHierarchySubtypes(params, id)
    case .documentSymbol(let params): documentSymbol(params, id)
    case .workspaceSymbol(let params): workspaceSymbol(params, id)
    case .foldingRange(let params): foldingRange(params, id)
    case .selectionRange(let params): selectionRange(params, id)
    case .semanticTokens(let params): semanticTokens(params, id)
    case .semanticTokensDelta(let params): semanticTokensDelta(params, id)
    case .semanticTokensRange(let params): semanticTokensRange(params, id)
    case .signatureHelp(let params): signatureHelp(params, id)
    case .hover(let params): hover(params, id)
    case .inlayHint(let params): inlayHint(params, id)
    case .codeLens(let params): codeLens(params, id)
    case .codeLensResolve(let params): codeLensResolve(params, id)
    case .documentLink(let params): documentLink(params, id)
    case .onTypeFormatting(let params): onTypeFormatting(params, id)
    case .willRenameFiles(let params): willRenameFiles(params, id)
    case .executeCommand(let params): executeCommand(params, id)
    case .textDocumentContent(let params): textDocumentContent(params, id)
    }
  }

  func take(_ notification: ClientNotification) {
    switch notification {
    case .didChange(let params): didChange(params)
    case .cancel(let params): cancel(params.id)
    case .initialized: initialized()
    case .exit: break
    case .setTrace(let params): trace = params.value
    case .didOpen(let params): didOpen(params)
    case .didClose(let params): didClose(params)
    case .didSave: break
    case .didChangeWatchedFiles(let params): didChangeWatchedFiles(params)
    case .didChangeWorkspaceFolders(let params): didChangeWorkspaceFolders(params)
    case .didChangeConfiguration(let params): didChangeConfiguration(params)
    case .didRenameFiles(let params): didRenameFiles(params)
    case .workDoneProgressCancel(let params): workDoneProgressCancel(params)
    }
  }
}
