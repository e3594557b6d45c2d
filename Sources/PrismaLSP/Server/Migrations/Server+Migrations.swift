import Diagnostics
import LanguageServerProtocol
import Migration
import MigrationHistory
import SchemaIDE
import SchemaModel

/// Previews of migrations: what is asked for by a command is read away from the actor, kept, and shown
/// anew after each analysis, without asking the database again.
extension Server {
  /// Runs a command once the newest text is analysed.
  func run(_ command: MigrationCommand, _ id: RequestID) {
    wait(id, .whenAnalyzed(command.file) { server, query in server.start(command, query, id) })
  }

  private func start(_ command: MigrationCommand, _ query: DocumentQuery, _ id: RequestID) {
    guard let schema = schemaOf[command.file], let session = sessions[schema] else {
      finish(id, with: JSONValue.null)
      return
    }
    if command.command != .refreshDatabase, query.analysis.hasErrors {
      finish(
        id,
        with: ResponseError(
          .requestFailed,
          "the schema has errors, so it is not known what it would change; mend them first"))
      return
    }
    let request = BaselineRequest(
      analysis: query.analysis, root: schema, paths: session.files.paths,
      version: session.files.version,
      settings: settings(for: schema),
      source: command.command == .createMigration ? .migrations : .database,
      renames: command.renames ?? migrations[schema]?.renames ?? [])
    let work = beginWork(
      request.source == .database ? "Reading the database" : "Reading the migrations", for: id,
      token: command.token)
    let task = Task(priority: .userInitiated) { @concurrent [readBaseline] in
      let answer: Result<BaselineAnswer, ResponseFailure>
      do throws(ResponseFailure) {
        answer = .success(try await readBaseline(request))
      } catch {
        answer = .failure(error)
      }
      await self.take(answer, of: command, request, in: schema, id, work)
    }
    begin(id, OpenRequest(task: task))
  }

  private func take(
    _ result: Result<BaselineAnswer, ResponseFailure>, of command: MigrationCommand,
    _ request: BaselineRequest, in schema: String, _ id: RequestID, _ work: Int
  ) {
    endWork(work)
    // Taken back meanwhile.
    guard inFlight[id] != nil, sessions[schema] != nil else { return }
    switch result {
    case .failure(let failure): finish(id, with: ResponseError(.requestFailed, failure.message))
    case .success(let answer):
      do throws(CommandFailure) {
        for rename in command.renames ?? [] { _ = try rename.rename(in: answer.baseline.structure) }
      } catch {
        finish(id, with: ResponseError(.invalidParams, error.message))
        return
      }
      switch command.command {
      case .previewMigration:
        keep(answer, request.renames, in: schema)
        showPreview(of: schema, request, command.name, id)
      case .refreshDatabase:
        keep(answer, request.renames, in: schema)
        finish(id, with: JSONValue.null)
      case .createMigration: createMigration(command, request, answer, id)
      }
    }
  }

  /// Takes over what was read, and analyses the schema anew against it. A rename is wanted until what has
  /// the old name is gone.
  private func keep(
    _ answer: BaselineAnswer, _ renames: [RenameArgument], in schema: String
  ) {
    if migrations[schema] == nil {
      migrations[schema] = MigrationSession(baseline: answer.baseline, profile: answer.profile)
    } else {
      migrations[schema]?.baseline = answer.baseline
      migrations[schema]?.profile = answer.profile
    }
    migrations[schema]?.facts = answer.facts
    migrations[schema]?.asked = answer.asked
    migrations[schema]?.renames = renames.filter {
      ![$0].known(in: answer.baseline.structure).isEmpty
    }
    sessions[schema]?.revision += 1
    analyze(schema)
    if client.refreshesCodeLenses { askToRefresh(CodeLensRefresh.method) }
  }

  // MARK: Documents

  /// Answers by the address and text of a preview, and has the client show it.
  private func showPreview(
    of schema: String, _ request: BaselineRequest, _ model: String?, _ id: RequestID
  ) {
    guard var session = migrations[schema] else { return }
    guard
      let preview = MigrationPreview(
        request.analysis, baseline: session.baseline, profile: session.profile,
        renames: session.renames.known(in: session.baseline.structure), printed: \.printed)?
        .with(facts: session.facts, asked: session.asked)
    else {
      finish(id, with: ResponseError(.requestFailed, request.refusal(of: session.baseline)))
      return
    }
    let address = PreviewAddress(schema: schema, model: model)
    guard let text = preview.text(of: address, request.analysis) else {
      finish(
        id, with: ResponseError(.invalidParams, "there is no model `\(model ?? "")` in the schema"))
      return
    }
    let isKnown = session.documents[address] != nil
    session.preview = preview
    session.documents[address] = text
    migrations[schema] = session
    let uri = present(address, text, isKnown: isKnown, takesFocus: true)
    finish(id, with: ["uri": .string(uri.string), "text": .string(text)] as JSONValue)
  }

  /// Shows a text to the user: under its own address where the client can ask for it, else in a
  /// temporary file. Returns where it is.
  private func present(
    _ address: PreviewAddress, _ text: String, isKnown: Bool, takesFocus: Bool
  ) -> DocumentURI {
    var uri = address.uri
    if client.readsDocumentContent {
      if isKnown { askToRefresh(TextDocumentContentRefreshParams(uri: uri)) }
    } else if let path = previewFiles.write(text, for: address) {
      uri = DocumentURI(path: path)
    }
    if takesFocus, client.showsDocuments {
      ask(ShowDocumentParams(uri: uri, takeFocus: true), .refresh)
    }
    return uri
  }

  private func askToRefresh(_ params: TextDocumentContentRefreshParams) { ask(params, .refresh) }

  /// Takes over what the migration would do after an edit, and shows it where it is looked at.
  func take(_ preview: MigrationPreview?, of schema: String, _ analysis: Analysis) {
    guard let preview, var session = migrations[schema] else { return }
    let before = session.preview.map { $0.lensSummary(analysis) }
    session.preview = preview
    for (address, old) in session.documents {
      guard let text = preview.text(of: address, analysis), text != old else { continue }
      session.documents[address] = text
      _ = present(address, text, isKnown: true, takesFocus: false)
    }
    migrations[schema] = session
    if client.refreshesCodeLenses, before != preview.lensSummary(analysis) {
      askToRefresh(CodeLensRefresh.method)
    }
  }
}

extension BaselineRequest {
  /// Why no SQL can be made.
  func refusal(of baseline: MigrationBaseline) -> String {
    let connector = analysis.schema.configuration.connector
    if connector == .none {
      return "the schema has no datasource, so it is not known for which database the SQL shall be"
    }
    guard SQLDialect(connector) != nil else {
      return "no SQL is made for \(connector.displayName)"
    }
    return
      "the schema is for \(connector.displayName), and what there is so far for "
      + baseline.structure.dialect.connector.displayName
  }
}

extension Analysis {
  /// Whether anything is wrong with the schema that has to be mended.
  var hasErrors: Bool {
    diagnostics().contains { file in file.diagnostics.contains { $0.severity == .error } }
  }
}

extension MigrationPreview {
  /// The same with what the database said of statements, by their text. Those that came since are not in
  /// `asked`, and it is noted where the data could say more of them.
  func with(facts: [String: [HazardFact]], asked: Set<String>?) -> MigrationPreview {
    var result = self
    var isBehind = false
    for index in result.statements.indices {
      let statement = result.statements[index].statement
      result.statements[index].facts = facts[statement.sql] ?? []
      if let asked, !asked.contains(statement.sql) {
        isBehind = isBehind || statement.hazards.contains { $0.evidence != nil }
      }
    }
    if isBehind {
      result.baseline.notes.append(
        "the schema has changed since the data was asked; a new preview asks again")
    }
    return result
  }

  /// The text under an address; nil when its model does not exist.
  func text(of address: PreviewAddress, _ analysis: Analysis) -> String? {
    let files = analysis.files
    let path = FilePath.name(of: files.count == 1 ? files[0].path : address.schema)
    guard let model = address.model else { return text(schema: path, statements) }
    guard let id = analysis.schema.dataType(named: Name(model)) else { return nil }
    return text(schema: path, statements(of: id), of: model)
  }

  /// What the lenses tell of it, to know whether they are still true.
  fileprivate func lensSummary(_ analysis: Analysis) -> [String] {
    statements.map {
      "\($0.declaration.map { analysis.schema.declarationName($0) } ?? "") \($0.statement.sql)"
    }
  }
}
