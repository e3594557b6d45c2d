import JSON
import MigrationHistory
import Postgres

/// `migrate status`: how the migrations folder and the database lie to each other. Changes nothing.
enum MigrateStatusCommand {
  static let definition = CommandDefinition(
    "migrate status", "Tell which migrations the database has", operands: .schema,
    options: SharedOptions.database,
    notes: "Exits with 1 when the database is not up to date.", work: .workflow(run))

  /// What it comes to.
  private enum Verdict: String {
    case upToDate, behind, diverged, failed, unmanaged
  }

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    let directory = try project.directory()
    let connection = try await project.connect(creates: false, console).connection
    let table = MigrationTable(connection: connection)
    let records: [MigrationRecord]?
    var isEmpty = true
    do throws(PostgresError) {
      records = try await table.records()
      if records == nil {
        isEmpty = try await table.otherTables(
          in: project.namespaces, besides: project.external
        ).isEmpty
      }
    } catch {
      throw WorkflowEnd(error)
    }
    let diagnosis = MigrationDiagnosis(directory, records ?? [])
    let verdict: Verdict =
      if !isEmpty {
        .unmanaged
      } else if !diagnosis.failed.isEmpty {
        .failed
      } else {
        switch diagnosis.verdict {
        case .inSync, .directoryIsBehind: .upToDate
        case .databaseIsBehind: .behind
        case .diverged: .diverged
        }
      }
    var left: [String: [String]] = [:]
    for record in diagnosis.failed {
      let script = directory.entries.first { $0.name == record.name }?.script
      left[record.id] = await connection.invalidIndexes(of: record, script)
    }
    let leftovers = left
    console.say(project.count(directory))
    tell(verdict, diagnosis, directory, leftovers, console)
    if verdict == .upToDate {
      // Prisma is content with it, too.
      let missing = Set(diagnosis.missing)
      for record in records ?? [] where record.state == .applied && missing.contains(record.name) {
        console.note("`\(record.name)` is applied, but missing in the folder")
      }
    }
    return WorkflowCommand.Outcome(exitCode: verdict == .upToDate ? 0 : 1) { writer in
      writer.member("status", verdict.rawValue)
      writer.member("lastCommon", diagnosis.lastCommon)
      write(directory, records ?? [], diagnosis, leftovers, to: &writer)
    }
  }

  /// - Parameter leftovers: the indexes that failed attempts have left, by their ids.
  private static func tell(
    _ verdict: Verdict, _ diagnosis: MigrationDiagnosis, _ directory: MigrationsDirectory,
    _ leftovers: [String: [String]], _ console: Console
  ) {
    func list(_ head: String, _ names: [String]) {
      console.say("\n\(head)")
      for name in names { console.say("  \(name)") }
    }
    switch verdict {
    case .upToDate: console.say("\nThe database is up to date")
    case .behind:
      list("Not applied yet:", diagnosis.pending)
      console.say(
        "\nApply them with `prisma-lsp migrate deploy`, or `migrate dev` while developing")
    case .diverged:
      console.say("\nThe migrations folder and the database have gone different ways")
      console.say("The last migration that both have: \(diagnosis.lastCommon ?? "none")")
      list("Only in the folder, not applied:", diagnosis.pending)
      list("Only in the database, not in the folder:", diagnosis.missing)
    case .failed:
      console.say("\nFailed or broken off, and in the way of all others:")
      for record in diagnosis.failed {
        console.say("  \(record.name)")
        let script = directory.entries.first { $0.name == record.name }?.script
        console.say("    " + (record.progress?.text(script) ?? "what took effect is not known"))
        guard let names = leftovers[record.id], !names.isEmpty else { continue }
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        console.say("    an index is left that is not valid: \(list)")
        console.say("    drop it first: \(LoneEffect.drops(names))")
      }
      // It refuses all when it can't go on with one.
      let resumes = diagnosis.failed.allSatisfy { $0.progress != nil }
      console.say(
        resumes
          ? "\nGo on behind what took effect, or record it as undone, or as completed by hand:\n"
            + "  prisma-lsp migrate deploy --resume"
          : "\nSee what took effect, then record it as undone, or as completed by hand:")
      console.say(
        "  prisma-lsp migrate resolve --rolled-back NAME\n  prisma-lsp migrate resolve --applied NAME"
      )
    case .unmanaged:
      console.say(
        """

        The database has tables, but no migration was ever applied to it
        To take it over, make a migration that leads to what is there, and record it:
          prisma-lsp migrate diff --from-empty --to-url URL --script
          prisma-lsp migrate resolve --applied NAME
        """)
    }
    if verdict != .failed {
      for name in diagnosis.edited {
        console.note("`\(name)` was changed after it was applied")
      }
    }
  }

  /// Writes the member `migrations`: those of the folder in order, then those only in the database.
  private static func write(
    _ directory: MigrationsDirectory, _ records: [MigrationRecord],
    _ diagnosis: MigrationDiagnosis, _ leftovers: [String: [String]],
    to writer: inout JSONWriter
  ) {
    let edited = Set(diagnosis.edited)
    let missing = Set(diagnosis.missing)
    var last: [String: MigrationRecord] = [:]
    for record in records { last[record.name] = record }
    writer.key("migrations")
    writer.array(directory.entries.map(\.name) + diagnosis.missing) { writer, name in
      let record = last[name]
      writer.object { writer in
        writer.member("name", name)
        let state =
          switch record?.state {
          case .applied: "applied"
          case .failed: "failed"
          case .rolledBack where missing.contains(name): "rolledBack"
          case .brokenOff, .rolledBack, nil: "pending"
          }
        writer.member("state", state)
        writer.member("inFolder", !missing.contains(name))
        writer.member("edited", edited.contains(name))
        writer.member("startedAt", record?.startedAt)
        writer.member("finishedAt", record?.finishedAt)
        if let record, record.state == .failed {
          write(record, leftovers[record.id] ?? [], to: &writer)
        }
      }
    }
  }

  /// Writes the members of a failed attempt.
  ///
  /// - Parameter leftovers: the indexes that it has left.
  private static func write(
    _ record: MigrationRecord, _ leftovers: [String], to writer: inout JSONWriter
  ) {
    writer.member("logs", record.logs)
    switch record.progress {
    case .statements(let count)?:
      writer.member("appliedStatements", count.done)
      writer.member("statements", count.total)
    case .nothing?: writer.member("appliedStatements", 0)
    case nil: break
    }
    guard !leftovers.isEmpty else { return }
    writer.key("invalidIndexes")
    writer.array(leftovers) { writer, name in writer.string(name) }
  }
}
