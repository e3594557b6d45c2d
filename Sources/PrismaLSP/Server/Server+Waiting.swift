import LanguageServerProtocol
import SchemaIDE

/// Requests that are answered when the newest text is analysed.
extension Server {
  /// A request that waits.
  struct Waiting {
    let id: RequestID
    let request: Request

    enum Request {
      case documentDiagnostic(FileID, previous: String?)
      case workspaceDiagnostic([FileID: String])
      case formatting(FileID, FormattingOptions, PositionRange?)
    }
  }

  /// Takes a request that may have to wait.
  func wait(_ id: RequestID, _ request: Waiting.Request) {
    begin(id)
    waiting.append(Waiting(id: id, request: request))
    answerWaiting()
  }

  /// Answers what can be answered now.
  func answerWaiting() {
    if isSettled {
      endLoading()
      if needsRefresh {
        needsRefresh = false
        if client.pullsDiagnostics, client.refreshesDiagnostics {
          let id = nextQuestion(.refresh)
          writer.write(ServerMessage.request(id, method: DiagnosticRefresh.method))
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
    case .formatting(let file, let options, let range):
      guard isSchemaKnown(of: file) else { return false }
      guard let session = schemaOf[file].flatMap({ sessions[$0] }) else {
        finish(entry.id, with: [LanguageServerProtocol.TextEdit]())
        return true
      }
      guard session.isCurrent, let workspace = session.workspace else { return false }
      format(file, workspace.analysis, options, range, entry.id)
    }
    return true
  }
}
