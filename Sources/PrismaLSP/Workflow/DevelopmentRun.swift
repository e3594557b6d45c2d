import JSON
import Migration
import MigrationHistory
import Postgres
import SchemaModel

/// The steps of `migrate dev`.
struct DevelopmentRun {
  let project: WorkflowProject
  let arguments: CommandLineArguments
  let console: Console
  let environment: CommandEnvironment

  func run() async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let target = try project.target()
    let directory = try project.directory()
    let scripts = try project.scripts(directory)
    let (connection, isNew) = try await project.connect(creates: true, console)
    let replayed = try await replay(directory, scripts, connection)
    let isReset = try await resetIfNeeded(directory, replayed, connection)
    var applied = try await project.applyPending(
      directory, scripts, connection, console, environment)

    let plan = try renamed(
      Plan(from: replayed.all, to: target, external: project.external))
    let losses = try await confirmedLosses(of: plan, connection)
    let onlyCreates = arguments[MigrateDevCommand.onlyCreate]
    guard onlyCreates || !plan.steps.isEmpty else {
      if applied.isEmpty { console.say("Nothing to migrate: database and schema are in sync") }
      return try await finished(applied, created: [], losses, isReset, isNew)
    }
    let created = NewMigrations(
      plan, profile: project.profile, isOnline: arguments[SharedOptions.plan] == .online,
      title: try title(), time: environment.now(), in: directory)
    do throws(FileError) {
      try created.write(to: project.migrationsPath)
    } catch {
      throw WorkflowEnd(error)
    }
    for entry in created.entries { console.sayDone("wrote `\(shownPath(of: entry))`") }
    if onlyCreates {
      let (them, they) = created.entries.count == 1 ? ("it", "it is") : ("them", "they are")
      console.say("Apply \(them) with `prisma-lsp migrate dev`, once \(they) as you want \(them)")
      return outcome(applied, created: created.entries, losses, isReset, seeded: false)
    }
    let extended = try project.directory()
    applied += try await project.applyPending(
      extended, try project.scripts(extended), connection, console, environment)
    return try await finished(applied, created: created.entries, losses, isReset, isNew)
  }

  // MARK: The steps

  /// Replays the folder in a shadow database.
  private func replay(
    _ directory: MigrationsDirectory, _ scripts: [MigrationScript], _ connection: Connection
  ) async throws(WorkflowEnd) -> ReplayedMigrations {
    let first = project.settings.config?.initialScript.map { [$0] } ?? []
    let scripts = first + scripts
    let applied = Set(
      first.map(\.migration)
        + (try await records(connection)?.filter { $0.state == .applied }.map(\.name) ?? []))
    let body = { (shadow: ShadowDatabase) async throws(WorkflowEnd) -> ReplayedMigrations in
      try await ReplayedMigrations(scripts, applied: applied, in: shadow) {
        (connection) async throws(WorkflowEnd) -> SQLSchema in
        try await project.structure(of: connection)
      }
    }
    let namespaces = project.schema.listedNamespaces
    guard let url = try shadowURL() else {
      do throws(WorkflowEnd) {
        return try await ShadowDatabase.create(beside: connection, namespaces: namespaces, body)
      } catch .failed(let failure) where failure.code == "P3014" {
        console.warn("\(failure.message); the scripts are worked out without a shadow database")
        return try offline(
          scripts, applied, beside: try await project.structure(of: connection))
      }
    }
    return try await ShadowDatabase.use(url, namespaces: namespaces, body)
  }

  /// Replays the folder without a database, and tells what is not known then.
  private func offline(
    _ scripts: [MigrationScript], _ applied: Set<String>, beside live: SQLSchema
  ) throws(WorkflowEnd) -> ReplayedMigrations {
    do throws(ReplayError) {
      let known = scripts.filter { applied.contains($0.migration) }
      func replayed(_ scripts: [MigrationScript]) throws(ReplayError) -> SQLSchema {
        var replay = Replay(defaultNamespace: project.url.schema)
        try replay.apply(scripts)
        if scripts.count == known.count || known.isEmpty {
          for finding in replay.findings { console.note(finding.message) }
        }
        return project.structure(of: replay, beside: live).known(to: project.profile)
      }
      return ReplayedMigrations(applied: try replayed(known), all: try replayed(scripts))
    } catch {
      throw WorkflowEnd.failure(error.message, code: error.code)
    }
  }

  private func shadowURL() throws(WorkflowEnd) -> ConnectionURL? {
    let found: DatabaseURL?
    do throws(CommandFailure) {
      found = try project.settings.shadowURL(
        given: arguments[SharedOptions.shadowDatabaseURL],
        besides: try project.settings.url(given: arguments.url))
    } catch {
      throw .failed(error)
    }
    guard let found else { return nil }
    do throws(PostgresError) {
      return try ConnectionURL(found.text)
    } catch {
      throw WorkflowEnd(error)
    }
  }

  private func records(
    _ connection: Connection
  ) async throws(WorkflowEnd) -> [MigrationRecord]? {
    do throws(PostgresError) {
      return try await MigrationTable(connection: connection).records()
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// Looks whether the database can follow without a reset. If not, Prisma 5 offers one; 6 and 7 say why
  /// and end. Returns whether it was reset.
  private func resetIfNeeded(
    _ directory: MigrationsDirectory, _ replayed: ReplayedMigrations, _ connection: Connection
  ) async throws(WorkflowEnd) -> Bool {
    let records = try await records(connection)
    let live = try await project.structure(of: connection)
    let reasons = ResetReason.all(
      MigrationDiagnosis(directory, records ?? []),
      Plan(from: replayed.applied, to: live, external: project.external), isManaged: records != nil)
    if reasons.isEmpty { return false }
    tell(reasons)
    guard project.version == .five else { throw needsReset(reasons) }
    guard console.isInteractive else {
      throw WorkflowEnd.failure(
        "the database has to be reset, and nobody can be asked whether its data may go",
        help: "`prisma-lsp migrate reset --force` resets it")
    }
    let schemas = project.namespaces.map { "`\($0)`" }.joined(separator: ", ")
    try console.confirm(
      "The schema \(schemas) of the database `\(project.url.database)` has to be reset: all data will "
        + "be lost. Do you want to continue?")
    try await DatabaseReset(connection: connection, namespaces: project.namespaces).run()
    console.sayDone("emptied the database `\(project.url.database)`")
    return true
  }

  private func tell(_ reasons: [ResetReason]) {
    for reason in reasons { console.say("• \(reason.text)") }
    let ways = reasons.flatMap(\.waysOut)
    if ways.isEmpty { return }
    console.say("\nTo go on without losing data:")
    for way in ways {
      console.say("  " + way.replacing("<migrations>", with: project.shownMigrationsPath))
    }
  }

  private func needsReset(_ reasons: [ResetReason]) -> WorkflowEnd {
    let schemas = project.namespaces.map { "`\($0)`" }.joined(separator: ", ")
    let failure = CommandFailure(
      "the schema \(schemas) of the database `\(project.url.database)` has to be reset",
      help: "`prisma-lsp migrate reset` does that: all data will be lost")
    var writer = JSONWriter()
    writer.object { writer in
      JSONReport.write(failure, to: &writer)
      writer.key("resetReasons")
      writer.array(reasons) { writer, reason in
        writer.object { writer in
          writer.member("kind", reason.kind)
          writer.key("migrations")
          writer.array(reason.migrations) { $0.string($1) }
          writer.member("text", reason.text)
          writer.key("waysOut")
          writer.array(reason.waysOut) {
            $0.string($1.replacing("<migrations>", with: project.shownMigrationsPath))
          }
        }
      }
    }
    return .told(failure, exitCode: 130, json: writer.bytes + [0x0A])
  }

  /// Tells what the plan would lose, and asks whether it may. With `--create-only` what can't be executed
  /// is told too, but only applying it is an error.
  private func confirmedLosses(
    of plan: Plan, _ connection: Connection
  ) async throws(WorkflowEnd) -> [CountedLoss] {
    var losses = try await project.losses(of: plan, connection)
    if arguments[SharedOptions.plan] == .online {
      let online = OnlinePlan(plan, profile: project.profile)
      losses.removeAll { !online.brings($0.loss) }
    }
    let impossible = losses.filter(\.loss.isUnexecutable)
    if !impossible.isEmpty {
      console.warn("rows in the database stand in the way:")
      for loss in impossible { console.note("  • \(loss.text)") }
      if !arguments[MigrateDevCommand.onlyCreate] {
        throw WorkflowEnd.failure(
          "the rows in the database stand in the way: "
            + impossible.map(\.text).joined(separator: "; "),
          help: "write the migration with `--create-only`, and let it fill the columns first")
      }
    }
    let warnings = losses.filter { !$0.loss.isUnexecutable }
    if warnings.isEmpty { return losses }
    console.warn("data is at stake:")
    for loss in warnings { console.note("  • \(loss.text)") }
    guard console.isInteractive else {
      throw WorkflowEnd.failure(
        "nobody can be asked about the data that may be lost: "
          + warnings.map(\.text).joined(separator: "; "),
        help: "run it on a terminal")
    }
    let purpose = arguments[MigrateDevCommand.onlyCreate] ? "create" : "create and apply"
    try console.confirm("Are you sure you want to \(purpose) this migration?")
    return losses
  }

  /// The plan with what is renamed by `--rename`.
  private func renamed(_ plan: Plan) throws(WorkflowEnd) -> Plan {
    do throws(CommandFailure) {
      return try RenameArgument.plan(plan, with: arguments[SharedOptions.rename])
    } catch {
      throw .failed(error)
    }
  }

  /// The name that the migration gets, maybe empty.
  private func title() throws(WorkflowEnd) -> String {
    if let name = arguments[MigrateDevCommand.name], !name.isEmpty { return name }
    if console.isContinuousIntegration { return "" }
    return try console.ask("Enter a name for the new migration:")
  }

  // MARK: The end

  private func finished(
    _ applied: [String], created: [NewMigrations.Entry], _ losses: [CountedLoss],
    _ isReset: Bool, _ isNew: Bool
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let seeds = isNew || project.version == .five && isReset
    let seeded = try await project.finish(arguments, console, environment, seeds: seeds)
    return outcome(applied, created: created, losses, isReset, seeded: seeded)
  }

  private func outcome(
    _ applied: [String], created: [NewMigrations.Entry], _ losses: [CountedLoss],
    _ isReset: Bool, seeded: Bool
  ) -> WorkflowCommand.Outcome {
    WorkflowCommand.Outcome { writer in
      writer.member("reset", isReset)
      writer.key("applied")
      writer.array(applied) { $0.string($1) }
      writer.key("created")
      if let first = created.first { write(first, to: &writer) } else { writer.null() }
      writer.key("allCreated")
      writer.array(created) { write($1, to: &$0) }
      writer.key("warnings")
      writer.array(losses) { $0.string($1.text) }
      writer.member("seeded", seeded)
    }
  }
  private func write(_ entry: NewMigrations.Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", entry.name)
      writer.member("path", shownPath(of: entry))
    }
  }

  /// The script of a new migration as people are told of it.
  private func shownPath(of entry: NewMigrations.Entry) -> String {
    "\(project.shownMigrationsPath)/\(entry.path)"
  }
}
