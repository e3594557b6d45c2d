/// The notifications that the server listens to.
public enum ClientNotification: Sendable {
  case initialized
  case exit
  case cancel(CancelParams)
  case setTrace(SetTraceParams)
  case didOpen(DidOpenTextDocumentParams)
  case didChange(DidChangeTextDocumentParams)
  case didClose(DidCloseTextDocumentParams)
  case didSave(DidSaveTextDocumentParams)
  case didChangeWatchedFiles(DidChangeWatchedFilesParams)
  case didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams)
  case didChangeConfiguration(DidChangeConfigurationParams)
  case didRenameFiles(DidRenameFilesParams)
  case workDoneProgressCancel(WorkDoneProgressCancelParams)

  /// Reads the parameters; nil when the method is not in the table.
  init?(method: String, params: ParamsDecoder) throws {
    switch method {
    case DidChangeTextDocumentParams.method:
      self = .didChange(try params(DidChangeTextDocumentParams.self))
    case CancelParams.method: self = .cancel(try params(CancelParams.self))
    case "initialized": self = .initialized
    case "exit": self = .exit
    case SetTraceParams.method: self = .setTrace(try params(SetTraceParams.self))
    case DidOpenTextDocumentParams.method:
      self = .didOpen(try params(DidOpenTextDocumentParams.self))
    case DidCloseTextDocumentParams.method:
      self = .didClose(try params(DidCloseTextDocumentParams.self))
    case DidSaveTextDocumentParams.method:
      self = .didSave(try params(DidSaveTextDocumentParams.self))
    case DidChangeWatchedFilesParams.method:
      self = .didChangeWatchedFiles(try params(DidChangeWatchedFilesParams.self))
    case DidChangeWorkspaceFoldersParams.method:
      self = .didChangeWorkspaceFolders(try params(DidChangeWorkspaceFoldersParams.self))
    case DidChangeConfigurationParams.method:
      self = .didChangeConfiguration(try params(DidChangeConfigurationParams.self))
    case DidRenameFilesParams.method:
      self = .didRenameFiles(try params(DidRenameFilesParams.self))
    case WorkDoneProgressCancelParams.method:
      self = .workDoneProgressCancel(try params(WorkDoneProgressCancelParams.self))
    default: return nil
    }
  }
}
