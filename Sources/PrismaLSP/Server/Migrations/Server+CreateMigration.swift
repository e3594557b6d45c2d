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
    let files = MigrationFiles(
      preview.plan, profile: answer.profile, isOnline: command.isOnline, title: title,
      time: time(nil), in: folder)
    ask(
      ApplyWorkspaceEditParams(label: "Create migration `\(files.name)`", edit: files.edit),
      .refresh)
    if client.showsDocuments, let first = files.files.first {
      ask(ShowDocumentParams(uri: DocumentURI(path: first.path), takeFocus: true), .refresh)
    }
    let uris = files.files.map { JSONValue.string(DocumentURI(path: $0.path).string) }
    finish(id, with: ["name": .string(files.name), "files": .array(uris)] as JSONValue)
  }

  private func refuse(_ id: RequestID, _ message: String) {
    finish(id, with: ResponseError(.requestFailed, message))
  }
}

/// The files of a new migration, or of several that make one change without stopping anybody for long.
struct MigrationFiles {
  /// A file with its absolute path.
  struct File {
    let path: String
    let text: String
  }

  /// The name of the first migration's folder.
  let name: String
  /// The files, scripts first.
  private(set) var files: [File] = []

  /// - Parameters:
  ///   - title: what the migrations are called, in words.
  ///   - time: seconds since 1970, UTC.
  init(
    _ plan: Plan, profile: SQLProfile, isOnline: Bool, title: String, time: Int,
    in folder: MigrationsDirectory
  ) {
    var scripts = [(title: title, text: NewMigration.text(plan, profile))]
    if isOnline, plan.next.dialect == .postgresql {
      let parts = OnlinePlan(plan, profile: profile).parts
      scripts = parts.map { (title: parts.count > 1 ? "\(title)_\($0.name)" : title, text: $0.sql) }
    }
    let names = scripts.enumerated().map { index, script in
      MigrationName.make(title: script.title, time: time + index, in: folder)
    }
    name = names.first ?? ""
    for (name, script) in zip(names, scripts) {
      files.append(
        File(path: "\(folder.path)/\(name)/\(MigrationsDirectory.scriptName)", text: script.text))
    }
    if folder.lock == nil {
      files.append(
        File(
          path: "\(folder.path)/\(MigrationLock.fileName)",
          text: MigrationLock.text(for: plan.next.dialect.connector)))
    }
  }

  /// The change that makes them.
  var edit: WorkspaceEdit {
    let start = Position(line: 0, character: 0)
    return WorkspaceEdit(
      created: files.map { DocumentURI(path: $0.path) },
      documents: files.map { file in
        let whole = LanguageServerProtocol.TextEdit(
          range: PositionRange(start: start, end: start), newText: file.text)
        return WorkspaceEdit.DocumentEdits(
          uri: DocumentURI(path: file.path), version: nil,
          edits: [WorkspaceEdit.AnnotatedEdit(edit: whole)])
      }, annotations: [], hasDocumentChanges: true)
  }
}
