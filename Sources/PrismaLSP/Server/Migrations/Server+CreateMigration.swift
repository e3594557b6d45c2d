import Glibc
import LanguageServerProtocol
import Migration
import MigrationHistory
import SchemaIDE

/// Makes the files of the next migration as a change that the client applies, so that it can be looked at
/// and taken back.
extension Server {
  func createMigration(
    _ command: MigrationCommand, _ request: BaselineRequest, _ answer: BaselineAnswer,
    _ id: RequestID
  ) {
    guard client.appliesEdits, client.hasDocumentChanges, client.createsFiles else {
      return refuse(
        id,
        "the editor can't create files for a language server; run `prisma-lsp migrate dev "
          + "--create-only`")
    }
    guard let folder = answer.migrationsFolder else {
      return refuse(id, "it is not known where the migrations are: the schema is in no file")
    }
    guard
      let preview = MigrationPreview(
        request.analysis, baseline: answer.baseline, profile: answer.profile,
        renames: request.renames.known(in: answer.baseline.structure))
    else { return refuse(id, request.refusal(of: answer.baseline)) }
    guard !preview.isEmpty else {
      return refuse(id, "there is nothing to migrate: the migrations lead to the schema as it is")
    }
    let title = command.name.flatMap { $0.isEmpty ? nil : $0 } ?? preview.suggestedName
    let migrations = NewMigrations(
      preview.plan, profile: answer.profile, isOnline: command.isOnline, title: title,
      time: time(nil), in: folder)
    let name = migrations.entries.first?.name ?? ""
    let uris = migrations.files.map { DocumentURI(path: "\(folder.path)/\($0.path)") }
    ask(
      ApplyWorkspaceEditParams(
        label: "Create migration `\(name)`", edit: migrations.edit(in: folder.path)),
      .refresh)
    if client.showsDocuments, let first = uris.first {
      ask(ShowDocumentParams(uri: first, takeFocus: true), .refresh)
    }
    let list = uris.map { JSONValue.string($0.string) }
    finish(id, with: ["name": .string(name), "files": .array(list)] as JSONValue)
  }

  private func refuse(_ id: RequestID, _ message: String) {
    finish(id, with: ResponseError(.requestFailed, message))
  }
}

extension NewMigrations {
  /// The change that makes the files in the migrations folder at `path`.
  fileprivate func edit(in path: String) -> WorkspaceEdit {
    let start = Position(line: 0, character: 0)
    let files = files.map { (uri: DocumentURI(path: "\(path)/\($0.path)"), text: $0.text) }
    return WorkspaceEdit(
      created: files.map(\.uri),
      documents: files.map { file in
        let whole = LanguageServerProtocol.TextEdit(
          range: PositionRange(start: start, end: start), newText: file.text)
        return WorkspaceEdit.DocumentEdits(
          uri: file.uri, version: nil, edits: [WorkspaceEdit.AnnotatedEdit(edit: whole)])
      }, annotations: [], hasDocumentChanges: true)
  }
}
