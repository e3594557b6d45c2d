import Diagnostics
import LanguageServerProtocol
import Migration
import SchemaIDE
import SchemaModel
import SchemaParser

/// The analysis of schemas, and what is done with its results.
extension Server {
  /// Analyses a schema, unless that is being done or nothing has changed. An analysis that is
  /// overtaken by edits is followed by another, one for all of them.
  func analyze(_ id: String) {
    guard isConfigured, var session = sessions[id], session.analyzedRevision != session.revision,
      var workspace = session.workspace
    else { return }
    if isAllMoved || hasNewcomers { return }
    if !moved.isEmpty && !moved.isDisjoint(with: session.files.paths) { return }
    session.workspace = nil
    let isFirst = session.analyzedRevision == nil
    sessions[id] = session
    if isFirst { beginLoading() }
    let files = session.sources
    let revision = session.revision
    let version = session.files.version
    let uris = session.uris
    let presentation = DiagnosticPresentation(
      conversions: conversions, client: client, settings: settings(for: id))
    let migration = migrations[id]
    let external = session.files.external
    Task(priority: .userInitiated) { @concurrent in
      workspace.update(
        files: files, version: version, diagnosticLimit: presentation.limitOfAnalysis)
      var found = presentation.diagnostics(of: workspace.analysis, uris: uris)
      presentation.add(
        workspace.analysis.findings(about: external), to: &found, in: workspace.analysis)
      let preview = migration?.preview(of: workspace.analysis)
      if let preview { presentation.add(preview.findings, to: &found, in: workspace.analysis) }
      await self.finishAnalysis(of: id, revision, workspace, found, preview)
    }
  }

  private func finishAnalysis(
    of id: String, _ revision: Int, _ workspace: Workspace,
    _ found: [[LanguageServerProtocol.Diagnostic]], _ preview: MigrationPreview?
  ) {
    guard var session = sessions[id] else { return }
    session.workspace = workspace
    guard session.revision == revision else {
      sessions[id] = session
      analyze(id)
      return
    }
    session.analyzedRevision = revision
    var changed: [Int] = []
    for (index, diagnostics) in found.enumerated() where index < session.reports.count {
      // Most files of a large schema have nothing, and had nothing.
      if diagnostics.isEmpty && session.reports[index].diagnostics.isEmpty { continue }
      if session.reports[index].diagnostics == diagnostics { continue }
      lastResult += 1
      session.reports[index] = FileReport(diagnostics: diagnostics, resultID: String(lastResult))
      changed.append(index)
    }
    sessions[id] = session
    publish(session, changed: changed)
    take(preview, of: id, workspace.analysis)
    answerWaiting()
  }

  // MARK: Push

  /// Tells a client that can't pull what has changed in a schema that it has open.
  private func publish(_ session: SchemaSession, changed: [Int]) {
    guard !client.pullsDiagnostics, phase == .running else { return }
    // An open document is answered for every version of it.
    let open = documents.keys.compactMap { session.indexes[$0] }
    if open.isEmpty { return }
    for index in Set(open).union(changed).sorted() {
      let path = session.files.paths[index]
      let report = session.reports[index]
      let document = documents[path]
      let last = published[path]
      if let last, last.resultID == report.resultID, last.version == document?.version { continue }
      // Nothing was said about the file, and there is nothing to say.
      if last == nil, document == nil, report.diagnostics.isEmpty { continue }
      published[path] = (document?.version, report.resultID)
      notify(
        PublishDiagnosticsParams(
          uri: session.uris[index], version: document?.version, diagnostics: report.diagnostics))
    }
  }

  /// Takes back what was pushed for a file.
  func clear(_ file: FileID) {
    guard published.removeValue(forKey: file) != nil, let uri = spellings[file] else { return }
    notify(
      PublishDiagnosticsParams(uri: uri, version: documents[file]?.version, diagnostics: []))
  }

  /// Answers for an open document that is in no schema: it has no diagnostics.
  func publishNothing(ifUnknown file: FileID) {
    guard !client.pullsDiagnostics, let document = documents[file], document.facts.isOptedOut,
      published[file]?.version != document.version || published[file]?.resultID != ""
    else { return }
    published[file] = (document.version, "")
    notify(
      PublishDiagnosticsParams(uri: document.uri, version: document.version, diagnostics: []))
  }
}
