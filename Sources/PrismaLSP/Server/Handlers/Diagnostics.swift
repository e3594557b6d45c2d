import LanguageServerProtocol

/// `textDocument/diagnostic` and `workspace/diagnostic`.
extension Server {
  func documentDiagnostic(_ params: DocumentDiagnosticParams, _ id: RequestID) {
    wait(
      id, .documentDiagnostic(params.textDocument.uri.fileID, previous: params.previousResultId))
  }

  func workspaceDiagnostic(_ params: WorkspaceDiagnosticParams, _ id: RequestID) {
    // Without news of files, they have to be looked at each time.
    if !wantsWholeWorkspace || !client.registersWatchedFiles {
      wantsWholeWorkspace = true
      filesChanged([])
    }
    let previous = Dictionary(
      params.previousResultIds.map { ($0.uri.fileID, $0.value) }, uniquingKeysWith: { $1 })
    wait(id, .workspaceDiagnostic(previous))
  }

  /// What is known of a file of an analysed schema.
  func report(
    of file: FileID, in session: SchemaSession, previous: String?
  ) -> DocumentDiagnosticReport {
    guard let index = session.indexes[file] else { return .full(resultID: "", items: []) }
    let report = session.reports[index]
    return report.resultID == previous
      ? .unchanged(resultID: report.resultID)
      : .full(resultID: report.resultID, items: report.diagnostics)
  }

  /// What is known of all files, and that there is nothing any more for those that the client has
  /// something of.
  func workspaceReport(previous: [FileID: String]) -> WorkspaceDiagnosticReport {
    var items: [WorkspaceDocumentDiagnosticReport] = []
    for session in sessions.values.sorted(by: { FilePath.precedes($0.files.id, $1.files.id) }) {
      for (path, uri) in zip(session.files.paths, session.uris) {
        items.append(
          WorkspaceDocumentDiagnosticReport(
            uri: uri, version: documents[path]?.version,
            report: report(of: path, in: session, previous: previous[path])))
      }
    }
    for (file, value) in previous.sorted(by: { $0.key < $1.key })
    where schemaOf[file] == nil && !value.isEmpty {
      let uri =
        spellings[file] ?? (file.hasPrefix("/") ? DocumentURI(path: file) : DocumentURI(file))
      items.append(
        WorkspaceDocumentDiagnosticReport(
          uri: uri, version: documents[file]?.version, report: .full(resultID: "", items: [])))
    }
    return WorkspaceDiagnosticReport(items: items)
  }
}
