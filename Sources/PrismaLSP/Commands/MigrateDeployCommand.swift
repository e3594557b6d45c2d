import JSON
import MigrationHistory
import Postgres

/// `migrate deploy`: applies the migrations that the database doesn't have yet.
enum MigrateDeployCommand {
  private static let lockTimeout = TypedOption<LockPatience?>(
    OptionForm(
      "--lock-timeout", "TIME", .anything,
      """
      Let a statement wait for a lock for 5s, 500ms … at most: then the script
      is undone, and tried again after 1, 2, 4, 8 and 16 seconds
      """), key: OptionKey("--lock-timeout", absent: nil)
  ) { given, value throws(UsageError) in
    guard let patience = LockPatience(given.value.text) else {
      throw given.refusal("write a time up to an hour, such as `500ms`, `5s` or `1min`")
    }
    value = patience
  }
  private static let resume = TypedOption.flag(
    "--resume", "Go on with a migration that failed, behind what took effect")

  static let definition = CommandDefinition(
    "migrate deploy", "Apply the migrations that the database doesn't have yet",
    operands: .schema,
    options: SharedOptions.database + [
      lockTimeout,
      SharedOptions.dryRun.explained(
        """
        Tell what would be done, and change nothing: each statement with its
        lock, the size of its table, and what can go wrong
        """), resume,
    ],
    notes: """
      Never asks. A script is one transaction; one that can't be, since it has `CREATE INDEX CONCURRENTLY`
      beside others for instance, is run in parts. A failed migration is in the way of all others until
      `--resume` goes on with it, or `migrate resolve` records what became of it. One that was broken off
      goes on by itself where it is known what took effect.
      Exits with 1 when something could not be applied, and with `--dry-run` when something is in the way
      of all migrations. Hazards don't change the exit code: that is for `migrate lint`.
      """,
    work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    let directory = try project.directory()
    let scripts = try project.scripts(directory)
    if arguments[SharedOptions.dryRun] {
      let preview = try await DeployPreview(
        project, scripts, directory, resumes: arguments[resume])
      return try tell(DeployPreviewReport(preview: preview, count: scripts.count), console)
    }
    let connection = try await project.connect(creates: true, console).connection
    let applied = try await project.applyPending(
      directory, scripts, connection, console, environment,
      patience: arguments[lockTimeout], resumes: arguments[resume])
    if applied.isEmpty { console.say("No pending migrations: \(project.count(directory))") }
    return WorkflowCommand.Outcome { writer in
      writer.member("migrations", directory.entries.count)
      writer.key("applied")
      writer.array(applied) { $0.string($1) }
    }
  }

  /// Tells what would be done. Ends as the work itself would: where something is in the way of all
  /// migrations, that is a failure.
  private static func tell(
    _ report: DeployPreviewReport, _ console: Console
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    console.say(report.text(console.style))
    guard let refusal = report.preview.refusal else {
      return WorkflowCommand.Outcome { report.write(to: &$0) }
    }
    var writer = JSONWriter()
    writer.object { writer in
      JSONReport.write(refusal, to: &writer)
      report.write(to: &writer)
    }
    throw .told(refusal, exitCode: 1, json: writer.bytes + [0x0A])
  }
}

extension WorkflowProject {
  /// The scripts of the folder. Throws P3015.
  func scripts(_ directory: MigrationsDirectory) throws(WorkflowEnd) -> [MigrationScript] {
    do throws(MigrationsDirectoryError) {
      return try directory.scripts()
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// "3 migrations in `prisma/migrations`"
  func count(_ directory: MigrationsDirectory) -> String {
    let count = directory.entries.count
    return "\(count) migration\(count == 1 ? "" : "s") in `\(shownMigrationsPath)`"
  }

  /// Waits for the lock, applies what is pending, and says so as it goes. Returns the names.
  ///
  /// - Parameter resumes: whether a migration that failed goes on behind what took effect.
  func applyPending(
    _ directory: MigrationsDirectory, _ scripts: [MigrationScript], _ connection: Connection,
    _ console: Console, _ environment: CommandEnvironment, patience: LockPatience? = nil,
    resumes: Bool = false
  ) async throws(WorkflowEnd) -> [String] {
    let table = MigrationTable(connection: connection)
    try await table.lock(environment)
    // Read behind the lock: another one may have applied some meanwhile.
    let records = try await table.initialize(namespaces, besides: external)
    let diagnosis = MigrationDiagnosis(directory, records)
    for record in diagnosis.brokenOff {
      console.note("`\(record.name)` was broken off before it took effect: it is applied again")
    }
    var names: [String] = []
    var run = MigrationRun(table: table, patience: patience)
    run.resumes = resumes
    run.goesOn = { console.note($0) }
    run.waits = { script, pause in
      console.note(
        "`\(script.migration)` waits for a lock: the next attempt is in \(pause.components.seconds) s"
      )
    }
    do throws(WorkflowEnd) {
      try await run.apply(scripts, diagnosis) { script in
        names.append(script.migration)
        console.sayDone("applied `\(script.migration)`")
      }
    } catch {
      if !names.isEmpty { console.note("applied before that: \(names.count)") }
      throw error
    }
    return names
  }
}
