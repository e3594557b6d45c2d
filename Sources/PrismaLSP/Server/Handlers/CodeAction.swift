import Diagnostics
import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// `textDocument/codeAction` and `codeAction/resolve`.
extension Server {
  func codeAction(_ params: CodeActionParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.codeActions(params) }
  }

  func codeActionResolve(_ params: CodeActionResolveParams, _ id: RequestID) {
    let origin = params.data
    // To find an edit, and to lay out what it leads to, may take time proportional to the file.
    answer(id, about: origin.textDocument, in: .long) { query throws(ResponseError) in
      guard query.version == origin.version else { throw .contentModified }
      return try query.resolved(params.title, origin)
    }
  }
}

extension DocumentQuery {
  /// What can be done at a place, for the diagnostics that the client names; when it names none of
  /// ours, for all that are shown there.
  fileprivate func codeActions(_ params: CodeActionParams) -> [LanguageServerProtocol.CodeAction] {
    guard schema.client.hasCodeActionLiterals else { return [] }
    let range = range(of: params.range)
    let known = Set(params.context.diagnostics.compactMap { knownDiagnostic($0) })
    let actions = actions(in: range, only: params.context.only, known: known)
    return actions.compactMap { action in
      let first = action.diagnostics.first
      let origin = LanguageServerProtocol.CodeAction.Origin(
        textDocument: params.textDocument, version: version, range: params.range,
        kind: action.kind.rawValue, rule: first?.id, offset: first?.range.start)
      return presented(action, origin, isResolved: !schema.client.resolvesCodeActionEdits)
    } + databaseActions(in: range, only: params.context.only, params.textDocument, params.range)
  }

  /// The action of this title and origin, with its edit.
  fileprivate func resolved(
    _ title: String, _ origin: LanguageServerProtocol.CodeAction.Origin
  ) throws(ResponseError) -> LanguageServerProtocol.CodeAction {
    // Some clients ask for edits also where there are none to ask for.
    let range = range(of: origin.range)
    if let action = databaseActions(
      in: range, only: [origin.kind], origin.textDocument, origin.range
    )
    .first(where: { $0.title == title }) {
      return action
    }
    let action = actions(in: range, only: [origin.kind], known: [])
      .first { action in
        action.title == title
          && (origin.rule == nil
            || action.diagnostics.contains {
              $0.id == origin.rule && $0.range.start == origin.offset
            })
      }
    guard let action, let result = presented(action, origin, isResolved: true, isChosen: true)
    else {
      throw ResponseError(.contentModified, "there is no such action any more")
    }
    return result
  }

  /// The actions at a place.
  private func actions(
    in range: TextRange, only kinds: [String]?, known: Set<KnownDiagnostic>
  ) -> [SchemaIDE.CodeAction] {
    let presentation = schema.presentation
    // Those of one rule and place, as the entries of a list can have, are told apart by what they say.
    let exact = Set(
      analysis.diagnostics(touching: range, inFile: file).map { KnownDiagnostic($0) }
    ).intersection(known).map(\.place)
    let places = Set(known.map(\.place)).subtracting(exact)
    return analysis.codeActions(
      in: range, inFile: file, only: kinds, project: schema.project,
      showing: { presentation.shows($0) },
      mending: { diagnostic in
        let own = KnownDiagnostic(diagnostic)
        return known.isEmpty || known.contains(own) || places.contains(own.place)
      })
  }

  /// An action as the client takes it; nil when it can't make the change. Only the edit of one that is chosen
  /// is worth laying out: others are made by the dozen.
  private func presented(
    _ action: SchemaIDE.CodeAction, _ origin: LanguageServerProtocol.CodeAction.Origin,
    isResolved: Bool, isChosen: Bool = false
  ) -> LanguageServerProtocol.CodeAction? {
    if action.createsFiles && !schema.project.allowsNewFiles { return nil }
    var edit: WorkspaceEdit?
    if isResolved {
      let change = action.edit()
      edit = schema.workspaceEdit(isChosen ? analysis.keepingLayout(change) : change)
      if edit == nil { return nil }
    }
    return LanguageServerProtocol.CodeAction(
      title: action.title, kind: action.kind.rawValue,
      diagnostics: schema.presentation.diagnostics(
        action.diagnostics, ofFile: file, in: analysis.files, uris: schema.uris),
      isPreferred: action.isPreferred, edit: edit, data: isResolved ? nil : origin)
  }

  /// A diagnostic that the client names, when it is one of ours.
  private func knownDiagnostic(_ diagnostic: CodeActionParams.Known) -> KnownDiagnostic? {
    guard let id = diagnostic.code?.string, RuleCatalog.rule(id: id) != nil,
      diagnostic.source == nil || diagnostic.source == DiagnosticPresentation.source
    else { return nil }
    return KnownDiagnostic(
      place: KnownDiagnostic.Place(id: id, range: range(of: diagnostic.range)),
      message: diagnostic.message)
  }
}

/// By what a diagnostic is known again.
private struct KnownDiagnostic: Hashable {
  /// The rule and the place.
  struct Place: Hashable {
    let id: String
    let range: TextRange
  }

  let place: Place
  /// What it says; nil when the client leaves that out.
  let message: String?
}

extension KnownDiagnostic {
  fileprivate init(_ diagnostic: Diagnostics.Diagnostic) {
    self.init(
      place: Place(id: diagnostic.id, range: diagnostic.range),
      message: DiagnosticPresentation.message(of: diagnostic))
  }
}

extension SchemaQuery {
  /// What makes diagnostics of the protocol.
  fileprivate var presentation: DiagnosticPresentation {
    DiagnosticPresentation(conversions: conversions, client: client, settings: settings)
  }
}
