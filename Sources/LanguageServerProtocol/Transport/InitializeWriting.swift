// The answer to `initialize`, written by hand: for each of these types `JSONEncoder` looks through all
// conformances of the program, which took longer than all else up to the first answer. A test compares
// what they write with what `JSONEncoder` makes of the same values.

extension InitializeResult: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("capabilities", capabilities)
    writer.name("serverInfo")
    writer.openObject()
    writer.member("name", serverInfo.name)
    writer.member("version", serverInfo.version)
    writer.closeObject()
    writer.closeObject()
  }
}

extension ServerCapabilities: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("positionEncoding", positionEncoding.rawValue)
    writer.member("textDocumentSync", textDocumentSync)
    writer.member(ifPresent: "diagnosticProvider", diagnosticProvider)
    writer.member("documentFormattingProvider", documentFormattingProvider)
    writer.member("documentRangeFormattingProvider", documentRangeFormattingProvider)
    writer.member("codeActionProvider", codeActionProvider)
    writer.member("completionProvider", completionProvider)
    writer.member("definitionProvider", definitionProvider)
    writer.member("typeDefinitionProvider", typeDefinitionProvider)
    writer.member("implementationProvider", implementationProvider)
    writer.member("referencesProvider", referencesProvider)
    writer.member("documentHighlightProvider", documentHighlightProvider)
    writer.member("renameProvider", renameProvider)
    writer.member("linkedEditingRangeProvider", linkedEditingRangeProvider)
    writer.member("typeHierarchyProvider", typeHierarchyProvider)
    writer.member("documentSymbolProvider", documentSymbolProvider)
    writer.member("workspaceSymbolProvider", workspaceSymbolProvider)
    writer.member("foldingRangeProvider", foldingRangeProvider)
    writer.member("selectionRangeProvider", selectionRangeProvider)
    writer.member(ifPresent: "semanticTokensProvider", semanticTokensProvider)
    writer.member("signatureHelpProvider", signatureHelpProvider)
    writer.member("hoverProvider", hoverProvider)
    writer.member("inlayHintProvider", inlayHintProvider)
    writer.member("codeLensProvider", codeLensProvider)
    writer.member("documentLinkProvider", documentLinkProvider)
    writer.member("documentOnTypeFormattingProvider", documentOnTypeFormattingProvider)
    writer.member(ifPresent: "executeCommandProvider", executeCommandProvider)
    writer.member("workspace", workspace)
    writer.closeObject()
  }
}

extension ServerCapabilities.TextDocumentSyncOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("openClose", openClose)
    writer.member("change", change)
    writer.member("save", save)
    writer.closeObject()
  }
}

extension ServerCapabilities.DiagnosticOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("identifier", identifier)
    writer.member("interFileDependencies", interFileDependencies)
    writer.member("workspaceDiagnostics", workspaceDiagnostics)
    writer.closeObject()
  }
}

extension ServerCapabilities.CodeActionOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("codeActionKinds", codeActionKinds)
    writer.member("resolveProvider", resolveProvider)
    writer.closeObject()
  }
}

extension CompletionOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("triggerCharacters", triggerCharacters)
    writer.member("resolveProvider", resolveProvider)
    writer.member("completionItem", completionItem)
    writer.closeObject()
  }
}

extension ServerCapabilities.SemanticTokensOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("legend")
    writer.openObject()
    writer.member("tokenTypes", legend.tokenTypes)
    writer.member("tokenModifiers", legend.tokenModifiers)
    writer.closeObject()
    writer.member("range", range)
    writer.name("full")
    writer.openObject()
    writer.member("delta", full.delta)
    writer.closeObject()
    writer.closeObject()
  }
}

extension ServerCapabilities.SignatureHelpOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("triggerCharacters", triggerCharacters)
    writer.member("retriggerCharacters", retriggerCharacters)
    writer.closeObject()
  }
}

extension ServerCapabilities.CodeLensOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("resolveProvider", resolveProvider)
    writer.closeObject()
  }
}

extension ServerCapabilities.DocumentLinkOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("resolveProvider", resolveProvider)
    writer.closeObject()
  }
}

extension ServerCapabilities.ExecuteCommandOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("commands", commands)
    writer.member("workDoneProgress", workDoneProgress)
    writer.closeObject()
  }
}

extension ServerCapabilities.DocumentOnTypeFormattingOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("firstTriggerCharacter", firstTriggerCharacter)
    writer.member("moreTriggerCharacter", moreTriggerCharacter)
    writer.closeObject()
  }
}

extension ServerCapabilities.WorkspaceOptions: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("workspaceFolders")
    writer.openObject()
    writer.member("supported", workspaceFolders.supported)
    writer.member("changeNotifications", workspaceFolders.changeNotifications)
    writer.closeObject()
    writer.name("fileOperations")
    writer.openObject()
    writer.member("willRename", fileOperations.willRename)
    writer.member("didRename", fileOperations.didRename)
    writer.closeObject()
    if let textDocumentContent {
      writer.name("textDocumentContent")
      writer.openObject()
      writer.member("schemes", textDocumentContent.schemes)
      writer.closeObject()
    }
    writer.closeObject()
  }
}

extension ServerCapabilities.FileOperationOptions.Registration: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("filters", filters)
    writer.closeObject()
  }
}

extension ServerCapabilities.FileOperationOptions.Filter: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("scheme", scheme)
    writer.name("pattern")
    writer.openObject()
    writer.member("glob", pattern.glob)
    writer.member("matches", pattern.matches)
    writer.closeObject()
    writer.closeObject()
  }
}
