import LanguageServerProtocol
import SchemaIDE

/// Requests that are answered when the newest text is analysed.
extension Server {
  /// A request that waits.
  struct Waiting {
    let id: RequestID
    let request: Request
    var lane = WorkLane.short

    enum Request {
      case documentDiagnostic(FileID, previous: String?)
      case workspaceDiagnostic([FileID: String])
      /// About a document as it was when the client asked.
      case document(FileID, version: Int?, DocumentWork)
      case workspace(WorkspaceWork)
      /// Goes on, on the actor, once the schema of a file is analysed.
      case whenAnalyzed(FileID, @Sendable (isolated Server, DocumentQuery) -> Void)
    }
  }

  /// Takes a request that may have to wait.
  func wait(_ id: RequestID, _ request: Waiting.Request, in lane: WorkLane = .short) {
    begin(id)
    waiting.append(Waiting(id: id, request: request, lane: lane))
    answerWaiting()
  }

  /// Answers what can be answered now.
  func answerWaiting() {
    if isSettled {
      endLoading()
      if needsRefresh {
        needsRefresh = false
        if client.pullsDiagnostics, client.refreshesDiagnostics {
          askToRefresh(DiagnosticRefresh.method)
        }
      }
    }
    if waiting.isEmpty { return }
    let all = waiting
    waiting = []
    for entry in all where !answer(entry) { waiting.append(entry) }
  }

  /// Whether no file is being read and no schema analysed.
  private var isSettled: Bool {
    isFilesKnown && sessions.values.allSatisfy(\.isCurrent)
  }

  /// Whether it is known which files belong together.
  private var isFilesKnown: Bool { isConfigured && !needsScan && scanner != nil }

  /// Answers a request if the state allows it; returns whether it did.
  private func answer(_ entry: Waiting) -> Bool {
    switch entry.request {
    case .documentDiagnostic(let file, let previous):
      guard isSchemaKnown(of: file) else { return false }
      guard let session = schemaOf[file].flatMap({ sessions[$0] }) else {
        finish(entry.id, with: DocumentDiagnosticReport.full(resultID: "", items: []))
        return true
      }
      guard session.isCurrent else { return false }
      finish(entry.id, with: report(of: file, in: session, previous: previous))
    case .workspaceDiagnostic(let previous):
      guard isSettled else { return false }
      finish(entry.id, with: workspaceReport(previous: previous))
    case .document(let file, let version, let work):
      guard documents[file]?.version == version else {
        finish(entry.id, with: ResponseError.contentModified)
        return true
      }
      guard isSchemaKnown(of: file) else { return false }
      guard let session = schemaOf[file].flatMap({ sessions[$0] }),
        let index = session.indexes[file]
      else {
        finish(entry.id, with: JSONValue.null)
        return true
      }
      guard session.isCurrent, let workspace = session.workspace else { return false }
      let query = DocumentQuery(schema: query(session, workspace.analysis), file: index)
      start(
        entry.id, in: entry.lane, query.schema.interest,
        about: entry.lane == .long ? file : nil
      ) { () throws(ResponseError) in try work(query) }
    case .whenAnalyzed(let file, let goOn):
      guard isSchemaKnown(of: file) else { return false }
      guard let session = schemaOf[file].flatMap({ sessions[$0] }),
        let index = session.indexes[file]
      else {
        finish(
          entry.id, with: ResponseError(.requestFailed, "the file `\(file)` belongs to no schema"))
        return true
      }
      guard session.isCurrent, let workspace = session.workspace else { return false }
      goOn(self, DocumentQuery(schema: query(session, workspace.analysis), file: index))
    case .workspace(let work):
      guard isSettled else { return false }
      let interest = Interest()
      let queries = sessions.values.sorted { FilePath.precedes($0.files.id, $1.files.id) }
        .compactMap { session in session.workspace.map { query(session, $0.analysis, interest) } }
      start(entry.id, in: entry.lane, interest) { () throws(ResponseError) in try work(queries) }
    }
    return true
  }
}
