import JSON
import MigrationHistory
import Postgres

/// `migrate resolve --applied NAME | --rolled-back NAME`: corrects the account of migrations.
enum MigrateResolveCommand {
  private static let applied = TypedOption.text(
    "--applied", "NAME",
    """
    The database has what the migration does: it was completed by hand, or
    is the baseline of a database that was there before
    """)
  private static let rolledBack = TypedOption.text(
    "--rolled-back", "NAME", "A failed migration left nothing, or was undone by hand")

  static let definition = CommandDefinition(
    "migrate resolve", "Record a migration as applied or rolled back",
    title: "Record what became of a migration, without running anything",
    usage: "--applied NAME | --rolled-back NAME [OPTIONS]",
    options: [
      SharedOptions.schema, SharedOptions.config, SharedOptions.url, applied, rolledBack,
    ], work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let isApplied = arguments[applied] != nil
    guard let name = arguments[applied] ?? arguments[rolledBack],
      !isApplied || arguments[rolledBack] == nil
    else {
      throw WorkflowEnd.failure(
        !isApplied
          ? "it is not said what became of which migration"
          : "`--applied` and `--rolled-back` don't go together",
        help: "write `--applied NAME` or `--rolled-back NAME`")
    }
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    let directory = try project.directory()
    let connection = try await project.connect(creates: false, console).connection
    let table = MigrationTable(connection: connection)
    if isApplied {
      try await markApplied(name, directory, table, console, environment)
      console.sayDone("`\(name)` is recorded as applied")
    } else {
      try await markRolledBack(name, directory, table, console, environment)
      console.sayDone("`\(name)` is recorded as rolled back")
    }
    return WorkflowCommand.Outcome { writer in
      writer.member("migration", name)
      writer.member("resolvedAs", isApplied ? "applied" : "rolledBack")
    }
  }

  private static func markApplied(
    _ name: String, _ directory: MigrationsDirectory, _ table: MigrationTable,
    _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) {
    guard let script = directory.entries.first(where: { $0.name == name })?.script else {
      throw WorkflowEnd.failure(
        "there is no migration `\(name)` in `\(directory.path)`", code: "P3017",
        help: name.contains("/") ? "give the name of its folder, not the path" : nil)
    }
    try await table.lock(environment)
    let own: [MigrationRecord]
    do throws(PostgresError) {
      let records = try await table.records()
      if records == nil {
        try await table.connection.prepareSchema()
        try await table.create()
      }
      own = (records ?? []).filter { $0.name == name }
    } catch {
      throw WorkflowEnd(error)
    }
    if own.contains(where: { $0.state == .applied }) {
      throw WorkflowEnd.failure("`\(name)` is recorded as applied already", code: "P3008")
    }
    do throws(PostgresError) {
      let failed = own.filter { $0.state == .failed || $0.state == .brokenOff }
      for known in failed.compactMap(\.progress) {
        console.note("`\(name)`: \(known.text(script)); the rest is taken to be there by now")
      }
      if !failed.isEmpty { try await table.markRolledBack(failed.map(\.id)) }
      try await table.record(name, checksum: script.checksum)
    } catch {
      throw WorkflowEnd(error)
    }
  }

  private static func markRolledBack(
    _ name: String, _ directory: MigrationsDirectory, _ table: MigrationTable,
    _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) {
    try await table.lock(environment)
    let records: [MigrationRecord]?
    do throws(PostgresError) {
      records = try await table.records()
    } catch {
      throw WorkflowEnd(error)
    }
    guard let records else {
      throw WorkflowEnd.failure("no migration was ever applied to this database")
    }
    let own = records.filter { $0.name == name }
    if own.isEmpty {
      throw WorkflowEnd.failure("`\(name)` was never applied to this database", code: "P3011")
    }
    let failed = own.filter { $0.state == .failed || $0.state == .brokenOff }
    if failed.isEmpty {
      if own.allSatisfy({ $0.state == .rolledBack }) { return }
      throw WorkflowEnd.failure(
        "`\(name)` did not fail: only failed migrations can be recorded as rolled back",
        code: "P3012", help: "to undo it, write a migration that does")
    }
    let script = directory.entries.first { $0.name == name }?.script
    for case .statements(let count)? in failed.map(\.progress) where count.done > 0 {
      console.warn(
        "`\(name)`: \(ScriptProgress.statements(count).text(script)); unless you have undone them, they "
          + "are run a second time")
    }
    for record in failed {
      let left = await table.connection.invalidIndexes(of: record, script)
      if left.isEmpty { continue }
      console.warn(
        "`\(name)` has left an index that is not valid: drop it by `\(LoneEffect.drops(left))`")
    }
    do throws(PostgresError) {
      try await table.markRolledBack(failed.map(\.id))
    } catch {
      throw WorkflowEnd(error)
    }
  }
}
