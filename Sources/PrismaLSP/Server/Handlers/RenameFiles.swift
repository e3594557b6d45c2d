import LanguageServerProtocol
import SchemaParser

/// `workspace/willRenameFiles` and `workspace/didRenameFiles`.
extension Server {
  /// Schemas refer to each other by names, so moving a file breaks nothing in them; but the configuration
  /// or `package.json` may say where the schema is.
  func willRenameFiles(_ params: WillRenameFilesParams, _ id: RequestID) {
    let renames = params.files.filter { $0.oldUri.path != nil && $0.newUri.path != nil }
      .map { (old: $0.oldUri.fileID, new: $0.newUri.fileID) }
    let folders = workspaceFolders.filter { $0.uri.path != nil }.map(\.uri.fileID)
    let conversions = conversions
    let hasDocumentChanges = client.hasDocumentChanges
    start(id) { () throws(ResponseError) in
      var documents: [WorkspaceEdit.DocumentEdits] = []
      for literal in SchemaPathLiteral.all(in: folders) {
        guard let edit = literal.edit(after: renames) else { continue }
        // The tree of any text knows its lines.
        let tree = SyntaxTree.parsed(literal.text, dialect: .prisma7)
        let text = LanguageServerProtocol.TextEdit(
          range: conversions.ranges(of: [edit.range], in: tree)[0],
          newText: String(decoding: edit.replacement, as: UTF8.self))
        documents.append(
          WorkspaceEdit.DocumentEdits(
            uri: DocumentURI(path: literal.file), version: nil,
            edits: [WorkspaceEdit.AnnotatedEdit(edit: text)]))
      }
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
