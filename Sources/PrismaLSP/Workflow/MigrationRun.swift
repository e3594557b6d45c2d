import MigrationHistory
import Postgres

/// Applies migrations to a database, and keeps account of each in `_prisma_migrations`.
///
/// A script is sent as one message, so that PostgreSQL makes one transaction of its statements; one that
/// can't be one transaction is sent in parts (``ScriptParts``). What took effect is noted in the same
/// transaction: then a process that is killed, or a connection that is cut, leaves either both or neither,
/// and the next run goes on by itself. A statement that can't be in a transaction is noted before and behind;
/// what became of it in between shows in the catalogue (``LoneEffect``). Scripts that can't be taken apart
/// are noted behind, as Prisma does.
struct MigrationRun {
  let table: MigrationTable
  /// How long statements wait for locks; nil for the server's own limit, and one attempt.
  var patience: LockPatience?
  /// Whether attempts that failed go on, too.
  var resumes = false
  /// Told that an attempt goes on which was broken off or failed, in words.
  var goesOn: (String) -> Void = { _ in }
  /// Told when a lock was not free in time, and what is waited before the next attempt.
  var waits: (MigrationScript, Duration) -> Void = { _, _ in }
  private var connection: Connection { table.connection }

  /// A script that is being applied.
  private struct Attempt {
    let script: MigrationScript
    /// Its row in the table.
    var id: String
    let parts: ScriptParts
    let digests: [String]

    /// How far it has come with its first statements.
    func progress(_ done: Int, isOpen: Bool) -> ScriptProgress {
      parts.progress(done, digests, isOpen: isOpen)
    }

    /// What is known when it is broken off in front of the part `index`.
    func progress(before index: Int) -> ScriptProgress {
      guard parts.parts.indices.contains(index) else {
        return progress(parts.statements.count, isOpen: false)
      }
      let part = parts.parts[index]
      return progress(part.statements.lowerBound, isOpen: part.lone != nil)
    }

    /// What stands in the row when the attempt begins.
    var logs: String? {
      switch parts.mode {
      case .oneTransaction: MigrationTable.marker
      case .inParts: progress(before: 0).line
      case .asWritten: nil
      }
    }
  }

  /// Applies those of `scripts` that `diagnosis` calls pending, in order, and goes on with those that were
  /// broken off. Calls `applied` behind each.
  ///
  /// - Throws: P3009 when a failed attempt is in the way, P3018 when a script fails.
  func apply(
    _ scripts: [MigrationScript], _ diagnosis: MigrationDiagnosis,
    applied: (MigrationScript) -> Void
  ) async throws(WorkflowEnd) {
    var pending = Set(diagnosis.pending)
    var undone = diagnosis.brokenOff
    var attempts: [String: Attempt] = [:]
    for (record, resumption) in try await resumptions(of: diagnosis.failed, scripts) {
      let script = scripts.first { $0.migration == record.name }
      switch resumption {
      case .startsAnew:
        undone.append(record)
        pending.insert(record.name)
        goesOn(
          script == nil
            ? "`\(record.name)` failed, nothing of it took effect, and its folder is gone: it counts "
              + "as rolled back"
            : "`\(record.name)` failed, and nothing of it took effect: it is applied again")
      case .goesOn(let parts, let done):
        guard let script else { continue }
        goesOn("`\(record.name)` goes on: \(Resumption.text(record, script, done: done))")
        attempts[record.name] = Attempt(
          script: script, id: record.id, parts: parts, digests: parts.digests())
      // None is left: they were thrown.
      case .isBlocked: break
      }
    }
    do throws(PostgresError) {
      if !undone.isEmpty { try await table.markRolledBack(undone.map(\.id)) }
    } catch {
      throw WorkflowEnd(error)
    }
    for script in scripts {
      if let attempt = attempts[script.migration] {
        try await goOn(attempt)
      } else if pending.contains(script.migration) {
        try await apply(script)
      } else {
        continue
      }
      applied(script)
    }
  }

  // MARK: Attempts

  private func apply(_ script: MigrationScript) async throws(WorkflowEnd) {
    guard ScriptText.text(script.bytes) != nil else { throw ScriptText.unreadable(script.path) }
    let parts = ScriptParts(script.bytes, serverVersion: await connection.serverVersion)
    var attempt = Attempt(
      script: script, id: "", parts: parts, digests: parts.mode == .inParts ? parts.digests() : [])
    try await begin(&attempt)
    if parts.mode == .asWritten {
      try await runAsWritten(attempt)
    } else {
      try await run(attempt)
    }
  }

  /// Makes a row for an attempt.
  private func begin(_ attempt: inout Attempt) async throws(WorkflowEnd) {
    do throws(PostgresError) {
      try await connection.beginScript(lockTimeout: patience?.limit)
      attempt.id = try await table.start(
        attempt.script.migration, checksum: attempt.script.checksum, logs: attempt.logs)
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// Takes up an attempt again.
  private func goOn(_ attempt: Attempt) async throws(WorkflowEnd) {
    guard ScriptText.text(attempt.script.bytes) != nil else {
      throw ScriptText.unreadable(attempt.script.path)
    }
    let done = attempt.parts.parts.first?.statements.lowerBound ?? attempt.parts.statements.count
    do throws(PostgresError) {
      try await beginSession(attempt.parts, done)
      try await table.goOn(
        attempt.id, checksum: attempt.script.checksum, logs: attempt.progress(before: 0).line)
      if attempt.parts.parts.isEmpty { try await connection.execute(table.finishing(attempt.id)) }
    } catch {
      throw WorkflowEnd(error)
    }
    try await run(attempt)
  }

  /// Makes the session what the first `done` statements of a script have made of it.
  private func beginSession(_ parts: ScriptParts, _ done: Int) async throws(PostgresError) {
    try await connection.beginScript(lockTimeout: patience?.limit)
    for range in parts.settings(ofFirst: done) {
      try await connection.execute(parts.text(range))
    }
  }

  // MARK: Running

  private func run(_ first: Attempt) async throws(WorkflowEnd) {
    var attempt = first
    var pauses = (patience == nil ? [] : LockPatience.pauses)[...]
    var index = 0
    while index < attempt.parts.parts.count {
      let part = attempt.parts.parts[index]
      let note =
        index + 1 == attempt.parts.parts.count
        ? table.finishing(attempt.id)
        : table.noting(attempt.progress(before: index + 1), of: attempt.id)
      do throws(PostgresError) {
        try await send(part, of: attempt, note)
      } catch {
        let isLocked = patience != nil && error.sqlState == "55P03" && part.lone == nil
        let end = await end(of: attempt, at: part, error, isLocked: isLocked)
        guard isLocked, let pause = pauses.popFirst() else { throw end }
        waits(attempt.script, pause)
        try? await Task.sleep(for: pause)
        // Where nothing took effect the row was closed.
        if part.statements.lowerBound == 0 { try await begin(&attempt) }
        continue
      }
      index += 1
      guard part.lone != nil else { continue }
      do throws(PostgresError) {
        try await connection.execute(note)
      } catch {
        // The row still says that the statement was begun, and the catalogue will tell that it took effect.
        throw WorkflowEnd(error)
      }
    }
  }

  /// Sends a part; a transaction with the note that it took effect.
  private func send(
    _ part: ScriptParts.Part, of attempt: Attempt, _ note: String
  ) async throws(PostgresError) {
    let text = attempt.parts.text(part.range.lowerBound..<part.noteOffset)
    if part.lone != nil {
      try await connection.execute(text)
    } else {
      let rest = attempt.parts.text(part.noteOffset..<part.range.upperBound)
      try await connection.execute("\(text)\n;\n\(note)" + (rest.isEmpty ? "" : ";\n\(rest)"))
    }
  }

  private func runAsWritten(_ attempt: Attempt) async throws(WorkflowEnd) {
    guard let part = attempt.parts.parts.first else { return }
    do throws(PostgresError) {
      try await connection.execute(attempt.parts.text(part.range))
      if await !connection.isInTransaction {
        try await connection.execute(table.finishing(attempt.id))
        return
      }
      try await connection.execute("ROLLBACK")
      try await table.fail(attempt.id, logs: Self.leftOpen)
    } catch {
      throw await end(of: attempt, at: part, error, isLocked: false)
    }
    let name = attempt.script.migration
    throw WorkflowEnd.failure(
      "the migration `\(name)` failed: \(Self.leftOpen)", code: "P3018",
      help:
        "write `COMMIT;` behind it, then run `prisma-lsp migrate resolve --rolled-back \(name)` and "
        + "apply it again")
  }

  private static let leftOpen = "the script leaves a transaction open, which was rolled back"

  // MARK: Failures

  /// Leaves the truth behind, and puts it into words.
  private func end(
    of attempt: Attempt, at part: ScriptParts.Part, _ error: PostgresError, isLocked: Bool
  ) async -> WorkflowEnd {
    let script = attempt.script
    let failure = RunFailure(
      script: script,
      failure: ScriptFailure(
        path: script.path, bytes: script.bytes, error: error, start: part.range.lowerBound,
        isOneStatement: part.lone != nil),
      progress: attempt.parts.mode == .oneTransaction
        ? .nothing
        : attempt.parts.mode == .asWritten
          ? nil : attempt.progress(part.statements.lowerBound, isOpen: false))
    if error.kind == .connectionClosed { return failure.cut }
    let table = table
    let mode = attempt.parts.mode
    let id = attempt.id
    let logs = attempt.logs
    // The note is written, and the catalogue read, in a task that nobody cancels.
    return await Task {
      if await table.connection.isInTransaction {
        _ = try? await table.connection.execute("ROLLBACK")
      }
      if mode != .asWritten, isLocked || error.kind == .cancelled {
        // What took effect is known: the next run goes on by itself.
        if part.lone == nil, part.statements.lowerBound == 0 {
          // The server may have committed just before it was told to stop.
          try? await table.takeBack(id, logs: logs)
        }
        return isLocked ? failure.locked : .interrupted
      }
      try? await table.fail(id, logs: failure.logs)
      if error.kind == .cancelled { return .interrupted }
      guard let lone = part.lone else { return failure.failed(left: .none) }
      return failure.failed(left: (try? await table.connection.effect(of: lone)) ?? .unknown)
    }.value
  }

  // MARK: Attempts of earlier runs

  /// What becomes of the attempts that came to no end.
  ///
  /// - Throws: P3009 when one of them is in the way.
  private func resumptions(
    of records: [MigrationRecord], _ scripts: [MigrationScript]
  ) async throws(WorkflowEnd) -> [(MigrationRecord, Resumption)] {
    if records.isEmpty { return [] }
    let version = await connection.serverVersion
    return try await Resumption.all(records, scripts, isWanted: resumes, serverVersion: version) {
      (lone, parts, done) async throws(PostgresError) -> LoneEffect in
      try await beginSession(parts, done)
      return try await connection.effect(of: lone)
    }
  }
}

extension MigrationTable {
  /// Waits until no other migration runs, unless `PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK` says not to.
  func lock(_ environment: CommandEnvironment) async throws(WorkflowEnd) {
    let disabled = environment.variable("PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK") ?? ""
    guard disabled.isEmpty || disabled == "0" else { return }
    do throws(PostgresError) {
      try await connection.lockMigrations()
    } catch {
      throw WorkflowEnd(error)
    }
  }
}
