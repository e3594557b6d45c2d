/// What the client can do, as far as the server asks.
///
/// Decoding never fails: what is missing or of a wrong type counts as something that the client
/// can't do.
public struct ClientCapabilities: Decodable, Hashable, Sendable {
  /// What it counts characters in, best first; empty when it only knows the default.
  public var positionEncodings: [PositionEncodingKind] = []
  /// `workspace/configuration` is answered.
  public var hasConfiguration = false
  /// `client/registerCapability` for `workspace/didChangeConfiguration` is taken.
  public var registersConfiguration = false
  /// `client/registerCapability` for `workspace/didChangeWatchedFiles` is taken.
  public var registersWatchedFiles = false
  /// `window/workDoneProgress/create` is taken.
  public var hasWorkDoneProgress = false
  /// Diagnostics are pulled. A client that can't be asked to pull anew is rather pushed to, if it can be: it
  /// pulls for the document that was edited, and would keep what has changed in others.
  public var pullsDiagnostics = false
  /// `workspace/diagnostic/refresh` is taken.
  public var refreshesDiagnostics = false
  /// Diagnostics can name other places.
  public var hasRelatedInformation = false
  /// The tags that are known.
  public var diagnosticTags: Set<DiagnosticTag> = []
  /// Diagnostics can have ``Diagnostic/codeDescription``.
  public var hasCodeDescription = false
  /// Diagnostics can have ``Diagnostic/data``.
  public var hasDiagnosticData = false

  /// Workspace edits can have `documentChanges`.
  public var hasDocumentChanges = false
  /// Workspace edits can create files.
  public var createsFiles = false
  /// Workspace edits can have `changeAnnotations`.
  public var hasChangeAnnotations = false

  /// Code actions can be more than commands.
  public var hasCodeActionLiterals = false
  /// The edits of code actions are asked for when one is chosen.
  public var resolvesCodeActionEdits = false
  /// Completion items can have stops.
  public var hasSnippets = false
  /// Completion items can have ``CompletionItem/labelDetail``.
  public var hasLabelDetails = false
  /// Completion items can be selected at first.
  public var preselects = false
  /// Completion lists can say once what all items replace.
  public var sharesEditRange = false
  /// The documentation of completion items can be Markdown.
  public var hasMarkdownInCompletion = false

  /// The answers to "where is it declared?" and the like can be links.
  public var takesLinks: Set<LinkRequest> = []

  /// `textDocument/prepareRename` is sent before a name is changed.
  public var preparesRename = false

  /// A request whose answer can be links.
  public enum LinkRequest: String, CaseIterable, Sendable {
    case definition, typeDefinition, implementation
  }

  /// Parameters of signatures can be named by where they stand.
  public var hasSignatureLabelOffsets = false
  /// The documentation of signatures can be Markdown.
  public var showsMarkdownInSignatures = false

  /// Document symbols can hold others.
  public var hasSymbolHierarchy = false
  /// Only whole lines are folded.
  public var foldsLinesOnly = false
  /// How many folding ranges are taken, nil for any number.
  public var foldingRangeLimit: Int?
  /// Hovers can be Markdown.
  public var hasMarkdownInHover = false
  /// `workspace/inlayHint/refresh` is taken.
  public var refreshesInlayHints = false
  /// `workspace/codeLens/refresh` is taken.
  public var refreshesCodeLenses = false
  /// Documents that only the server has are asked for.
  public var readsDocumentContent = false
  /// `window/showDocument` is taken.
  public var showsDocuments = false
  /// `workspace/applyEdit` is taken.
  public var appliesEdits = false

  public init() {}

  public init(from decoder: any Decoder) throws {
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
