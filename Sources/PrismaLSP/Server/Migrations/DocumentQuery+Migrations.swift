import LanguageServerProtocol
import Migration
import SchemaIDE
import SchemaModel
import SchemaParser

/// The commands about migrations, as code lenses and code actions.
extension DocumentQuery {
  /// LSP's `CodeActionKind` of what concerns migrations: source actions are shown when they are asked
  /// for, so no lamp is lit for them at each move of the cursor.
  static let migrationActionKind = "source.migration"

  /// What the next migration does, over the datasource and the models that change.
  var migrationLenses: [LanguageServerProtocol.CodeLens] {
    let lenses = analysis.migrationLenses(ofFile: file, schema.migration)
    return zip(lenses, ranges(lenses.map(\.place.range))).map { lens, range in
      LanguageServerProtocol.CodeLens(
        range: range,
        command: command(
          lens.title, .previewMigration, [lens.model].compactMap(\.self)))
    }
  }

  /// What can be done about the next migration, and about names that it would drop.
  ///
  /// - Parameters:
  ///   - document: the document as the client names it.
  ///   - place: `range` as the client gave it.
  func databaseActions(
    in range: TextRange, only kinds: [String]?, _ document: TextDocumentIdentifier,
    _ place: PositionRange
  ) -> [LanguageServerProtocol.CodeAction] {
    (renameActions(in: range, only: kinds) + migrationActions(at: range.start, only: kinds)).map {
      var action = $0
      action.data = LanguageServerProtocol.CodeAction.Origin(
        textDocument: document, version: version, range: place, kind: action.kind, rule: nil,
        offset: nil)
      return action
    }
  }

  /// What can be done about the next migration: look at it, of all or of the model at a place, and make
  /// its files. Only for a schema without errors.
  private func migrationActions(
    at offset: Int, only kinds: [String]?
  ) -> [LanguageServerProtocol.CodeAction] {
    let isAsked =
      kinds?.contains { kind in
        kind.isEmpty || Self.migrationActionKind == kind
          || Self.migrationActionKind.hasPrefix(kind + ".")
      } ?? true
    guard isAsked, SQLDialect(analysis.schema.configuration.connector) != nil,
      !analysis.hasErrors
    else { return [] }
    var commands = [command("Preview migration SQL", .previewMigration)]
    if let id = analysis.cursor(at: offset, inFile: file)?.declaration,
      let model = analysis.schema.model(id), !model.isView
    {
      commands.append(
        command("Preview migration SQL of `\(model.name)`", .previewMigration, [model.name]))
    }
    // Whether there is anything to write is known only after a look.
    if schema.migration?.isEmpty != true, schema.client.hasDocumentChanges,
      schema.client.createsFiles, schema.client.appliesEdits
    {
      let name = schema.migration.map { " `\($0.suggestedName)`" } ?? ""
      commands.append(command("Create migration\(name)", .createMigration))
      commands.append(
        command("Create migration\(name) (online plan)", .createMigration, ["", "online"]))
    }
    return commands.map { command in
      LanguageServerProtocol.CodeAction(
        title: command.title, kind: Self.migrationActionKind, diagnostics: [], isPreferred: false,
        edit: nil, command: command, data: nil)
    }
  }

  /// What keeps a column or table that has a new name in the schema, instead of dropping it: by the old
  /// name in the database, or by a rename there, which the preview then shows, and which can be taken back.
  private func renameActions(
    in range: TextRange, only kinds: [String]?
  ) -> [LanguageServerProtocol.CodeAction] {
    let kind = SchemaIDE.CodeAction.Kind.quickFix
    guard kinds?.contains(where: kind.isKind(of:)) ?? true, let migration = schema.migration else {
      return []
    }
    func isMeant(_ place: FileRange) -> Bool {
      place.file == file && place.range.start <= range.end && range.start <= place.range.end
    }
    func action(
      _ title: String, edit: WorkspaceEdit? = nil, command: Command? = nil
    ) -> LanguageServerProtocol.CodeAction {
      LanguageServerProtocol.CodeAction(
        title: title, kind: kind.rawValue, diagnostics: [], isPreferred: false, edit: edit,
        command: command, data: nil)
    }
    var actions: [LanguageServerProtocol.CodeAction] = []
    for proposal in migration.renameProposals(in: analysis) where isMeant(proposal.place) {
      let edit = analysis.edit(for: proposal)
      if !edit.isEmpty, let change = schema.workspaceEdit(edit) {
        actions.append(action(proposal.title, edit: change))
      }
      if let arguments = proposal.arguments {
        let title = proposal.renamingTitle
        actions.append(action(title, command: preview(title, renaming: arguments)))
      }
    }
    for rename in migration.confirmedRenames(in: analysis) where isMeant(rename.place) {
      actions.append(
        action(rename.title, command: preview(rename.title, renaming: rename.arguments)))
    }
    return actions
  }

  private func command(
    _ title: String, _ command: ServerCommand, _ arguments: [String] = []
  ) -> Command {
    Command(title: title, command: command.rawValue) { writer in
      uri.string.write(to: &writer)
      for argument in arguments { argument.write(to: &writer) }
    }
  }

  /// The preview of the whole schema with just these renames.
  private func preview(_ title: String, renaming renames: [String]) -> Command {
    Command(title: title, command: ServerCommand.previewMigration.rawValue) { writer in
      uri.string.write(to: &writer)
      "".write(to: &writer)
      renames.write(to: &writer)
    }
  }

  /// The statements of the next migration that come from a place, as Markdown; nil when there are none.
  func migrationNote(at place: FileRange) -> String? {
    guard let statements = schema.migration?.statements(at: place), !statements.isEmpty else {
      return nil
    }
    // A model that is new, or a whole table's worth of statements, would bury the hover.
    let shown = statements.prefix(3)
    var text = "**Next migration**\n\n```sql\n"
    for entry in shown { text += entry.statement.sql + ";\n" }
    text += "```"
    if shown.count < statements.count {
      text += "\n\nand \(statements.count - shown.count) more: see the preview"
    }
    for entry in shown {
      for hazard in entry.hazards(at: place) where hazard.code.isMarked {
        text += "\n\n\(hazard.code.rawValue): \(hazard.message)"
        for fact in entry.facts(on: hazard) { text += "; \(fact.text)" }
      }
      for fact in entry.otherFacts where !fact.isAbsence { text += "\n\n\(fact.text)" }
    }
    return text
  }
}
