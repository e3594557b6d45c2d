import LanguageServerProtocol
import SchemaModel
import SchemaParser

/// `workspace/willRenameFiles` and `workspace/didRenameFiles`.
extension Server {
  /// Schemas refer to each other by names, which a move leaves alone. But the configuration or `package.json`
  /// may say where the schema and its migrations are, and a schema where generators write to.
  func willRenameFiles(_ params: WillRenameFilesParams, _ id: RequestID) {
    let renames = params.files.filter { $0.oldUri.path != nil && $0.newUri.path != nil }
      .map { (old: $0.oldUri.fileID, new: $0.newUri.fileID) }
    let folders = workspaceFolders.filter { $0.uri.path != nil }.map(\.uri.fileID)
    let conversions = conversions
    let hasDocumentChanges = client.hasDocumentChanges
    let moved = sessions.values.flatMap { session in
      session.files.paths.indices.filter { index in
        renames.contains { FilePath.relative(session.files.paths[index], to: $0.old) != nil }
      }.map { (session.files.paths[$0], session.uris[$0], session.sources[$0].tree) }
    }.sorted { FilePath.precedes($0.0, $1.0) }
    start(id) { () throws(ResponseError) in
      var documents: [WorkspaceEdit.DocumentEdits] = []
      func change(_ uri: DocumentURI, _ literals: [SchemaPathLiteral]) {
        let edits = literals.compactMap { literal -> WorkspaceEdit.AnnotatedEdit? in
          guard let edit = literal.edit(after: renames) else { return nil }
          // The tree of any text knows its lines.
          let tree = SyntaxTree.parsed(literal.text, dialect: .prisma7)
          let text = LanguageServerProtocol.TextEdit(
            range: conversions.ranges(of: [edit.range], in: tree)[0],
            newText: String(decoding: edit.replacement, as: UTF8.self))
          return WorkspaceEdit.AnnotatedEdit(edit: text)
        }
        if edits.isEmpty { return }
        documents.append(WorkspaceEdit.DocumentEdits(uri: uri, version: nil, edits: edits))
      }
      let literals = SchemaPathLiteral.all(in: folders)
      for file in Dictionary(grouping: literals, by: \.file).sorted(by: { $0.key < $1.key }) {
        change(DocumentURI(path: file.key), file.value)
      }
      for (path, uri, tree) in moved { change(uri, SchemaPathLiteral.all(inSchema: path, tree)) }
      let edit = WorkspaceEdit(documents: documents, hasDocumentChanges: hasDocumentChanges)
      return ServerMessage.response(to: id, result: documents.isEmpty ? nil : edit)
    }
  }

  func didRenameFiles(_ params: DidRenameFilesParams) {
    // Open documents are closed and opened by the client under their new names.
    for rename in params.files { spellings[rename.newUri.fileID] = rename.newUri }
    needsRefresh = true
    everythingChanged()
  }
}
