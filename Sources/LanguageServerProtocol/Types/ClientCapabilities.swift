/// What the client can do, as far as the server asks.
///
/// Decoding never fails: what is missing or of a wrong type counts as something that the client
/// can't do.
package struct ClientCapabilities: Decodable, Hashable, Sendable {
  /// What it counts characters in, best first; empty when it only knows the default.
  package var positionEncodings: [PositionEncodingKind] = []
  /// `workspace/configuration` is answered.
  package var hasConfiguration = false
  /// `client/registerCapability` for `workspace/didChangeConfiguration` is taken.
  package var registersConfiguration = false
  /// `client/registerCapability` for `workspace/didChangeWatchedFiles` is taken.
  package var registersWatchedFiles = false
  /// `window/workDoneProgress/create` is taken.
  package var hasWorkDoneProgress = false
  /// Diagnostics are pulled. A client that can't be asked to pull anew is rather pushed to, if it can be: it
  /// pulls for the document that was edited, and would keep what has changed in others.
  package var pullsDiagnostics = false
  /// `workspace/diagnostic/refresh` is taken.
  package var refreshesDiagnostics = false
  /// Diagnostics can name other places.
  package var hasRelatedInformation = false
  /// The tags that are known.
  package var diagnosticTags: Set<DiagnosticTag> = []
  /// Diagnostics can have ``Diagnostic/codeDescription``.
  package var hasCodeDescription = false
  /// Diagnostics can have ``Diagnostic/data``.
  package var hasDiagnosticData = false

  /// Workspace edits can have `documentChanges`.
  package var hasDocumentChanges = false
  /// Workspace edits can create files.
  package var createsFiles = false
  /// Workspace edits can have `changeAnnotations`.
  package var hasChangeAnnotations = false

  /// Code actions can be more than commands.
  package var hasCodeActionLiterals = false
  /// The edits of code actions are asked for when one is chosen.
  package var resolvesCodeActionEdits = false
  /// Completion items can have stops.
  package var hasSnippets = false
  /// Completion items can have a range for insertion and one for replacement.
  package var insertsOrReplaces = false
  /// Completion items can have ``CompletionItem/labelDetail``.
  package var hasLabelDetails = false
  /// Completion items can be selected at first.
  package var preselects = false
  /// Completion lists can say once what all items replace.
  package var sharesEditRange = false
  /// The documentation of completion items can be Markdown.
  package var hasMarkdownInCompletion = false

  /// The answers to "where is it declared?" and the like can be links.
  package var takesLinks: Set<LinkRequest> = []

  /// `textDocument/prepareRename` is sent before a name is changed.
  package var preparesRename = false

  /// A request whose answer can be links.
  package enum LinkRequest: String, CaseIterable, Sendable {
    case definition, typeDefinition, implementation
  }

  /// Parameters of signatures can be named by where they stand.
  package var hasSignatureLabelOffsets = false
  /// The documentation of signatures can be Markdown.
  package var showsMarkdownInSignatures = false

  /// Document symbols can hold others.
  package var hasSymbolHierarchy = false
  /// Only whole lines are folded.
  package var foldsLinesOnly = false
  /// How many folding ranges are taken, nil for any number.
  package var foldingRangeLimit: Int?
  /// Hovers can be Markdown.
  package var hasMarkdownInHover = false
  /// `workspace/inlayHint/refresh` is taken.
  package var refreshesInlayHints = false
  /// `workspace/codeLens/refresh` is taken.
  package var refreshesCodeLenses = false
  /// Documents that only the server has are asked for.
  package var readsDocumentContent = false
  /// `window/showDocument` is taken.
  package var showsDocuments = false
  /// `workspace/applyEdit` is taken.
  package var appliesEdits = false

  package init() {}

  package init(from decoder: any Decoder) throws {
    self.init((try? JSONValue(from: decoder)) ?? .null)
  }

  init(_ all: JSONValue) {
    positionEncodings =
      all["general"]?["positionEncodings"]?.array?
      .compactMap { $0.string.flatMap(PositionEncodingKind.init(rawValue:)) } ?? []
    let workspace = all["workspace"]
    hasConfiguration = workspace?["configuration"]?.bool ?? false
    registersConfiguration =
      workspace?["didChangeConfiguration"]?["dynamicRegistration"]?.bool ?? false
    registersWatchedFiles =
      workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.bool ?? false
    refreshesInlayHints = workspace?["inlayHint"]?["refreshSupport"]?.bool ?? false
    refreshesCodeLenses = workspace?["codeLens"]?["refreshSupport"]?.bool ?? false
    readsDocumentContent = workspace?["textDocumentContent"]?.object != nil
    showsDocuments = all["window"]?["showDocument"]?["support"]?.bool ?? false
    appliesEdits = workspace?["applyEdit"]?.bool ?? false
    let edit = workspace?["workspaceEdit"]
    hasDocumentChanges = edit?["documentChanges"]?.bool ?? false
    createsFiles = edit?["resourceOperations"]?.array?.contains("create") ?? false
    hasChangeAnnotations = edit?["changeAnnotationSupport"]?.object != nil
    hasWorkDoneProgress = all["window"]?["workDoneProgress"]?.bool ?? false
    let actions = all["textDocument"]?["codeAction"]
    hasCodeActionLiterals = actions?["codeActionLiteralSupport"]?.object != nil
    resolvesCodeActionEdits =
      (actions?["dataSupport"]?.bool ?? false)
      && (actions?["resolveSupport"]?["properties"]?.array?.contains("edit") ?? false)
    let list = all["textDocument"]?["completion"]?["completionList"]
    sharesEditRange = list?["itemDefaults"]?.array?.contains("editRange") ?? false
    let item = all["textDocument"]?["completion"]?["completionItem"]
    hasSnippets = item?["snippetSupport"]?.bool ?? false
    insertsOrReplaces = item?["insertReplaceSupport"]?.bool ?? false
    hasLabelDetails = item?["labelDetailsSupport"]?.bool ?? false
    preselects = item?["preselectSupport"]?.bool ?? false
    hasMarkdownInCompletion =
      item?["documentationFormat"]?.array?.contains("markdown") ?? false
    preparesRename = all["textDocument"]?["rename"]?["prepareSupport"]?.bool ?? false
    takesLinks = Set(
      LinkRequest.allCases.filter {
        all["textDocument"]?[$0.rawValue]?["linkSupport"]?.bool ?? false
      })
    let document = all["textDocument"]
    hasSymbolHierarchy =
      document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    foldsLinesOnly = document?["foldingRange"]?["lineFoldingOnly"]?.bool ?? false
    foldingRangeLimit = document?["foldingRange"]?["rangeLimit"]?.integer
    let signature = all["textDocument"]?["signatureHelp"]?["signatureInformation"]
    hasSignatureLabelOffsets =
      signature?["parameterInformation"]?["labelOffsetSupport"]?.bool ?? false
    showsMarkdownInSignatures =
      signature?["documentationFormat"]?.array?.contains("markdown") ?? false
    hasMarkdownInHover =
      all["textDocument"]?["hover"]?["contentFormat"]?.array?.first { format in
        format == "markdown" || format == "plaintext"
      } == "markdown"
    let pull = all["textDocument"]?["diagnostic"]
    let push = all["textDocument"]?["publishDiagnostics"]
    pullsDiagnostics = pull?.object != nil && (refreshesDiagnostics || push?.object == nil)
    // Clients that pull tell what they show in `diagnostic`, those that are pushed to in
    // `publishDiagnostics`; before 3.18 only the latter had these members.
    for shown in [push, pull] {
      hasRelatedInformation = shown?["relatedInformation"]?.bool ?? hasRelatedInformation
      hasCodeDescription = shown?["codeDescriptionSupport"]?.bool ?? hasCodeDescription
      hasDiagnosticData = shown?["dataSupport"]?.bool ?? hasDiagnosticData
      if let tags = shown?["tagSupport"]?["valueSet"]?.array {
        diagnosticTags = Set(tags.compactMap { $0.integer.flatMap(DiagnosticTag.init(rawValue:)) })
      }
    }
  }
}
