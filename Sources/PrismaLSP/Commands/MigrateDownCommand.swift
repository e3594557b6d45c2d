import JSON
import Migration
import MigrationHistory
import Postgres

/// `migrate down [NAME]`: undoes the last migrations of the database.
enum MigrateDownCommand {
  static let count = TypedOption.number(
    "--count", "N", in: 1...Int.max, "it is a number of at least 1", "How many are undone")

  static let definition = CommandDefinition(
    "migrate down", "Undo the last migration, or those behind NAME",
    title: "Undo the last migration of the database, or all behind one",
    usage: "[NAME | --count N] [OPTIONS]",
    operands: CommandDefinition.Operands(
      .word(.anything), "[NAME]",
      (
        "NAME",
        """
        The migration that is the last one then; it stays. Without it, and without
        --count, one migration is undone
        """
      )),
    options: [
      count,
      SharedOptions.dryRun.explained(
        "Print what would be run and what would be lost, and change nothing"),
      SharedOptions.force,
      SharedOptions.acceptDataLoss.explained("With --force: also where data is lost"),
      SharedOptions.schema, SharedOptions.config, SharedOptions.url,
    ],
    notes: """
      What undoes a migration is worked out from its script, or read from a `down.sql` beside it. It is
      shown with what it loses, asked for, and run in one transaction together with the account of the
      migrations. Their folders stay: the next `migrate dev` or `deploy` applies them again.
      Without a terminal, and where `CI` is set, it needs `--force`. A `down.sql` that doesn't lead
      back to what was before runs only if someone on a terminal says so.
      """,
    check: { arguments throws(UsageError) in
      guard let target = arguments.operand, arguments[count] != nil else { return }
      throw UsageError(
        "`\(target)` and `--count` don't go together",
        help: "either name the migration that shall be the last, or say how many are undone")
    }, work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    let directory = try project.directory()
    let connection = try await project.connect(creates: false, console).connection
    let table = MigrationTable(connection: connection)
    let records = try await recorded(in: table)
    let applied = try appliedScripts(directory, records, project)
    let count = try countToUndo(of: applied, arguments, project)
    guard count > 0 else {
      console.say("Nothing to undo")
      return outcome([], [], isDone: false)
    }
    let live = try await structure(of: connection, project)
    let way = try WayDown(
      undoing: Array(applied.suffix(count)), after: Array(applied.dropLast(count)), of: project,
      live)
    try checkDrift(of: way, console)
    let losses = try await losses(of: way, connection, project)
    show(way, console)
    if arguments[SharedOptions.dryRun] {
      tell(losses, console)
      return outcome(way.steps, losses, isDone: false)
    }
    try confirm(way, losses, arguments, console, project)
    try await table.lock(environment)
    guard try await recorded(in: table) == records else {
      throw WorkflowEnd.failure(
        "other migrations were applied or undone meanwhile; nothing was changed",
        help: "look at `prisma-lsp migrate status`, and try again")
    }
    try await undo(way, table)
    for name in way.migrations { console.sayDone("undid `\(name)`") }
    console.note(
      "Their folders stay, so they are pending: the next `migrate dev` or `deploy` applies them again"
    )
    return outcome(way.steps, losses, isDone: true)
  }

  // MARK: What there is

  private static func recorded(
    in table: MigrationTable
  ) async throws(WorkflowEnd) -> [MigrationRecord] {
    do throws(PostgresError) {
      return try await table.records() ?? []
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// The structure of the database with all that is known of it.
  private static func structure(
    of connection: Connection, _ project: WorkflowProject
  ) async throws(WorkflowEnd) -> SQLSchema {
    do throws(PostgresError) {
      return try await connection.catalogue(of: project.namespaces).schema
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// The scripts of the migrations that the database has, in the order of the folder.
  ///
  /// - Throws: when folder and database don't agree about them.
  private static func appliedScripts(
    _ directory: MigrationsDirectory, _ records: [MigrationRecord], _ project: WorkflowProject
  ) throws(WorkflowEnd) -> [MigrationScript] {
    let diagnosis = MigrationDiagnosis(directory, records)
    func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
    if let failed = diagnosis.failed.first {
      throw WorkflowEnd.failure(
        "nothing is undone as long as the database has failed migrations: "
          + list(diagnosis.failed.map(\.name)), code: "P3009",
        help: "see what of it took effect; then `prisma-lsp migrate resolve --rolled-back "
          + "\(failed.name)` (nothing did, or it was undone) or `--applied \(failed.name)` (it was "
          + "completed by hand)")
    }
    let applied = Set(records.filter { $0.state == .applied }.map(\.name))
    let missing = diagnosis.missing.filter { applied.contains($0) }
    if !missing.isEmpty {
      throw WorkflowEnd.failure(
        "the database has migrations that are not in `\(project.shownMigrationsPath)`, so it is not "
          + "known what they did: \(list(missing))",
        help:
          "bring their folders back: `git log --diff-filter=D -- \(project.shownMigrationsPath)` "
          + "finds where they went")
    }
    if let edited = diagnosis.edited.first {
      throw WorkflowEnd.failure(
        "migrations were changed after they were applied, so it is not known what they did: "
          + list(diagnosis.edited),
        help: "bring back the scripts that were applied: `git checkout -- "
          + "\(project.shownMigrationsPath)/\(edited)`")
    }
    return directory.entries.filter { applied.contains($0.name) }.compactMap(\.script)
  }

  /// How many of the applied migrations are undone.
  private static func countToUndo(
    of applied: [MigrationScript], _ arguments: CommandLineArguments,
    _ project: WorkflowProject
  ) throws(WorkflowEnd) -> Int {
    if let name = arguments.operand {
      guard let place = applied.firstIndex(where: { $0.migration == name }) else {
        throw WorkflowEnd.failure(
          "the database has no migration `\(name)`",
          help: "name the one that shall be the last, by its folder: "
            + "`prisma-lsp migrate status --output json` lists them")
      }
      return applied.count - place - 1
    }
    let count = arguments[count] ?? min(1, applied.count)
    guard count <= applied.count else {
      let object = count == 1 ? "1 migration" : "\(count) migrations"
      throw WorkflowEnd.failure(
        "\(object) can't be undone: the database has "
          + (applied.isEmpty ? "none" : "only \(applied.count)"))
    }
    return count
  }

  private static func checkDrift(of way: WayDown, _ console: Console) throws(WorkflowEnd) {
    guard let drift = way.drift else { return }
    console.say("From what the migrations lead to, to the database as it is:")
    console.say(drift.text)
    for doubt in way.doubts { console.note("\(doubt.path):\(doubt.line): \(doubt.message)") }
    throw WorkflowEnd.failure(
      "the database is not what its migrations lead to (drift), so what undoes them is not known",
      help: "write the difference as a migration: `prisma-lsp migrate diff --from-migrations … "
        + "--to-config --script`; or undo it by hand")
  }

  /// What the steps lose. Only the first begins with the rows that the database has now, so those of the
  /// others have no number, and nobody knows whether rows stand in their way.
  private static func losses(
    of way: WayDown, _ connection: Connection, _ project: WorkflowProject
  ) async throws(WorkflowEnd) -> [Loss] {
    var losses: [Loss] = []
    for (index, step) in way.steps.enumerated() {
      if let plan = step.plan, index == 0 {
        losses += try await project.losses(of: plan, connection).map {
          Loss(text: $0.text, isImpossible: $0.loss.isUnexecutable)
        }
      } else if let plan = step.plan {
        losses += plan.dataLoss.map { Loss(text: Hazard($0.1).message) }
      }
      losses += step.writtenLosses.map { Loss(text: $0) }
    }
    return losses
  }

  // MARK: Showing and asking

  /// What is lost, or can't be done, in words.
  private struct Loss {
    let text: String
    var isImpossible = false
  }

  private static func show(_ way: WayDown, _ console: Console) {
    for step in way.steps {
      console.say("-- Undoes \(step.migrations.joined(separator: ", "))")
      console.say(step.text)
    }
    for note in way.steps.flatMap(\.notes) { console.note(note) }
    for step in way.steps {
      if let doubt = step.doubt { console.warn(doubt) }
      if let difference = step.difference { console.warn(difference) }
    }
  }

  private static func tell(_ losses: [Loss], _ console: Console) {
    let impossible = losses.filter(\.isImpossible)
    let lost = losses.filter { !$0.isImpossible }
    if !impossible.isEmpty { console.warn("rows in the database stand in the way:") }
    for loss in impossible { console.note("  • \(loss.text)") }
    if !lost.isEmpty { console.warn("data is at stake:") }
    for loss in lost { console.note("  • \(loss.text)") }
  }

  /// Stops at what can't be done, and asks.
  private static func confirm(
    _ way: WayDown, _ losses: [Loss], _ arguments: CommandLineArguments,
    _ console: Console, _ project: WorkflowProject
  ) throws(WorkflowEnd) {
    let impossible = losses.filter(\.isImpossible)
    if !impossible.isEmpty {
      throw WorkflowEnd.failure(
        "the rows in the database stand in the way: "
          + impossible.map(\.text).joined(separator: "; "),
        help:
          "write what undoes the migration into `\(WayDown.scriptName)` beside its script, and let "
          + "it fill the columns first")
    }
    tell(losses, console)
    let isForced = arguments[SharedOptions.force]
    let canAsk = console.isInteractive && !console.isContinuousIntegration
    let differences = way.steps.compactMap(\.difference)
    if !differences.isEmpty {
      guard canAsk, !isForced else {
        throw WorkflowEnd.failure(
          differences.joined(separator: "; "),
          help:
            "correct it, since the migration could not be applied again as it is; or answer for "
            + "it on a terminal, without `--force`")
      }
      try console.confirm("The database would not be as it was before. Go on all the same?")
    }
    let isAccepted = losses.isEmpty || arguments[SharedOptions.acceptDataLoss]
    if isForced, isAccepted { return }
    guard canAsk else {
      throw WorkflowEnd.failure(
        losses.isEmpty
          ? "nobody can be asked whether the migrations may be undone"
          : "nobody can be asked about the data that would be lost: "
            + losses.map(\.text).joined(separator: "; "),
        help: losses.isEmpty
          ? "add `--force` if they may" : "add `--force --accept-data-loss` if it may")
    }
    let count = way.migrations.count
    let object = count == 1 ? "this migration" : "these \(count) migrations"
    try console.confirm(
      "Do you want to undo \(object) in the database `\(project.url.database)`?")
  }

  // MARK: Doing it

  /// Runs all in one transaction, with the account of the migrations.
  ///
  /// The records go, instead of being marked as rolled back: Prisma 6 calls a database up to date that has
  /// a record of each migration, whatever became of it.
  private static func undo(
    _ way: WayDown, _ table: MigrationTable
  ) async throws(WorkflowEnd) {
    let connection = table.connection
    let parts = way.steps.map(\.sql) + [table.removing(way.migrations)]
    let (start, separator) = ("BEGIN;\n", "\n;\n")
    let script = start + parts.joined(separator: separator) + ";\nCOMMIT"
    do throws(PostgresError) {
      try await connection.beginScript()
      try await connection.execute(script)
    } catch {
      // Also where nobody waits any more.
      await Task {
        if await connection.isInTransaction {
          _ = try? await connection.execute("ROLLBACK")
        }
      }.value
      guard error.server != nil, error.kind != .cancelled else { throw WorkflowEnd(error) }
      // The step at fault, so that lines are counted in its own text.
      var faulty: (step: WayDown.Step, failure: ScriptFailure)?
      var begin = start.utf8.count
      for step in way.steps {
        if let place = error.server?.offset, place >= begin, place - begin < step.sql.utf8.count {
          faulty = (
            step,
            ScriptFailure(path: "", bytes: Array(step.sql.utf8), error: error, start: -begin)
          )
        }
        begin += step.sql.utf8.count + separator.utf8.count
      }
      throw .failed(
        CommandFailure(
          "the migrations were not undone, and nothing was changed: \(error.message)"
            + (error.sqlState.map { " (\($0))" } ?? "")
            + (error.server?.detail.map { "; \($0)" } ?? "")
            + (faulty?.step.file.map { "; in `\($0)`" } ?? ""),
          code: CommandFailure(error).code,
          help: faulty?.step.file.map { "correct `\($0)`" }
            ?? "write what undoes them into `\(WayDown.scriptName)` beside their scripts",
          excerpt: faulty?.failure.excerpt))
    }
  }

  private static func outcome(
    _ steps: [WayDown.Step], _ losses: [Loss], isDone: Bool
  ) -> WorkflowCommand.Outcome {
    WorkflowCommand.Outcome { writer in
      writer.key("migrations")
      writer.array(steps.flatMap(\.migrations)) { $0.string($1) }
      writer.member("undone", isDone)
      writer.key("steps")
      writer.array(steps) { writer, step in
        writer.object { writer in
          writer.key("migrations")
          writer.array(step.migrations) { $0.string($1) }
          writer.member("file", step.file)
          writer.member("sql", step.sql)
          if let back = step.back { MigrationReport.writeStatements(of: back, to: &writer) }
          writer.key("notes")
          writer.array(step.remarks) { $0.string($1) }
        }
      }
      writer.key("warnings")
      writer.array(losses) { $0.string($1.text) }
    }
  }
}
