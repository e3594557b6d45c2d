import Diagnostics
import LanguageServerProtocol
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
    if isAllMoved || !moved.isEmpty && !moved.isDisjoint(with: session.files.paths) { return }
    session.workspace = nil
    let isFirst = session.analyzedRevision == nil
    sessions[id] = session
    if isFirst { beginLoading() }
    var files: [SourceFile] = []
    files.reserveCapacity(session.files.paths.count)
    for path in session.files.paths {
      guard let tree = documents[path]?.tree ?? session.closed[path] else { continue }
      files.append(SourceFile(path: path, tree: tree))
    }
    let revision = session.revision
    let version = session.files.version
    let uris = session.uris
    let presentation = DiagnosticPresentation(
      conversions: conversions, client: client, settings: settings(for: id))
    let priority: TaskPriority = .userInitiated
    Task(priority: priority) { @concurrent [files] in
      workspace.update(files: files, version: version)
      let found = presentation.diagnostics(of: workspace.analysis, uris: uris)
      await self.finishAnalysis(of: id, revision, workspace, found)
    }
  }

  private func finishAnalysis(
    of id: String, _ revision: Int, _ workspace: Workspace,
    _ found: [[LanguageServerProtocol.Diagnostic]]
  ) {
    guard var session = sessions[id] else { return }
    session.workspace = workspace
    guard session.revision == revision else {
      sessions[id] = session
      analyze(id)
      return
    }
    session.analyzedRevision = revision
    var reports: [FileID: FileReport] = [:]
    reports.reserveCapacity(found.count)
    for (file, diagnostics) in zip(workspace.analysis.files, found) {
      if let old = session.reports[file.path], old.diagnostics == diagnostics {
        reports[file.path] = old
      } else {
        lastResult += 1
        reports[file.path] = FileReport(diagnostics: diagnostics, resultID: String(lastResult))
      }
    }
    session.reports = reports
    sessions[id] = session
    publish(session)
    answerWaiting()
  }

  // MARK: Push

  /// Tells a client that can't pull what has changed in a schema that it has open.
  private func publish(_ session: SchemaSession) {
    guard !client.pullsDiagnostics, phase == .running,
      session.files.paths.contains(where: { documents[$0] != nil })
    else { return }
    for (path, uri) in zip(session.files.paths, session.uris) {
      guard let report = session.reports[path] else { continue }
      let document = documents[path]
      let last = published[path]
      if let last, last.resultID == report.resultID, last.version == document?.version { continue }
      // Nothing was said about the file, and there is nothing to say.
      if last == nil, document == nil, report.diagnostics.isEmpty { continue }
      published[path] = (document?.version, report.resultID)
      notify(
        PublishDiagnosticsParams(
          uri: uri, version: document?.version, diagnostics: report.diagnostics))
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
