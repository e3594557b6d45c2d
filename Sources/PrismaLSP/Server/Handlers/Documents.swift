import LanguageServerProtocol
import SchemaModel
import SchemaParser

/// The notifications that keep documents and files in step.
extension Server {
  func didOpen(_ params: DidOpenTextDocumentParams) {
    let item = params.textDocument
    let file = item.uri.fileID
    let bytes = Array(item.text.utf8)
    let facts = SchemaFacts(of: bytes)
    // The version of the schema can differ, if it has other files; then the text is parsed again.
    let version =
      schemaOf[file].flatMap { sessions[$0]?.files.version } ?? settings(for: file).version
      ?? PrismaVersionLookup.version(
        in: item.uri.path == nil ? nil : FilePath.folder(of: file), facts: facts)
    let tree = SyntaxTree.parsed(bytes, dialect: version.dialect)
    documents[file] = Document(item, facts: facts, tree: tree)
    spellings[file] = item.uri
    takeText(of: file)
    filesChanged([file])
    publishNothing(ifUnknown: file)
  }

  func didChange(_ params: DidChangeTextDocumentParams) {
    let file = params.textDocument.uri.fileID
    guard documents[file] != nil else { return }
    let movesAround =
      documents[file]?.apply(params.contentChanges, conversions: conversions) ?? false
    documents[file]?.version = params.textDocument.version
    stopLongWork(on: file)
    takeText(of: file)
    if movesAround { filesChanged([file]) }
    if let id = schemaOf[file] { analyze(id) }
    publishNothing(ifUnknown: file)
  }

  func didClose(_ params: DidCloseTextDocumentParams) {
    let file = params.textDocument.uri.fileID
    guard documents.removeValue(forKey: file) != nil else { return }
    // What is being found of the buffer is not wanted any more.
    if let id = schemaOf[file] { sessions[id]?.revision += 1 }
    clear(file)
    stopLongWork(on: file)
    tokensMemory.forget(file)
    symbolsMemory.forget(file)
    formattingMemory.forget(file)
    filesChanged([file])
  }

  func didChangeWatchedFiles(_ params: DidChangeWatchedFilesParams) {
    for change in params.changes {
      let file = change.uri.fileID
      if documents[file] == nil { spellings[file] = change.uri }
    }
    // What an open document holds does not depend on its file, but all else does.
    let onlySaves = params.changes.allSatisfy {
      $0.type != FileEvent.deleted && documents[$0.uri.fileID] != nil
    }
    if onlySaves { return }
    needsRefresh = true
    filesChanged(params.changes.map(\.uri.fileID))
  }

  /// Hands the text of an open document to its schema.
  private func takeText(of file: FileID) {
    if let id = schemaOf[file], let tree = documents[file]?.tree {
      sessions[id]?.setTree(tree, of: file)
    }
  }
}
