import MigrationHistory
import Postgres

/// Applies migrations to a database, and keeps account of each in `_prisma_migrations`.
///
/// A script is sent as one message, so that PostgreSQL makes one transaction of its statements. Where the
/// script allows it, the note that it is finished is sent with it: then a process that is killed, or a
/// connection that is cut, leaves either both or neither, and the next run goes on by itself. Scripts with
/// transactions of their own, or statements that can't be in one, are noted behind, as Prisma does.
struct MigrationRun {
  let table: MigrationTable
  /// How long statements wait for locks; nil for the server's own limit, and one attempt.
  var patience: LockPatience?
  /// Told when a lock was not free in time, and what is waited before the next attempt.
  var waits: (MigrationScript, Duration) -> Void = { _, _ in }
  private var connection: Connection { table.connection }

  /// Applies those of `scripts` that `diagnosis` calls pending, in order. Calls `applied` behind each.
  ///
  /// - Throws: P3009 when a failed attempt is in the way, P3018 when a script fails.
  func apply(
    _ scripts: [MigrationScript], _ diagnosis: MigrationDiagnosis,
    applied: (MigrationScript) -> Void
  ) async throws(WorkflowEnd) {
    if !diagnosis.failed.isEmpty { throw Self.blocked(by: diagnosis.failed) }
    do throws(PostgresError) {
      if !diagnosis.brokenOff.isEmpty {
        try await table.markRolledBack(diagnosis.brokenOff.map(\.id))
      }
    } catch {
      throw WorkflowEnd(error)
    }
    let pending = Set(diagnosis.pending)
    for script in scripts where pending.contains(script.migration) {
      try await apply(script)
      applied(script)
    }
  }

  private func apply(_ script: MigrationScript) async throws(WorkflowEnd) {
    let isOneTransaction = ScriptWords.canShareTransaction(script.bytes)
    guard let text = ScriptText.text(script.bytes) else { throw ScriptText.unreadable(script.path) }
    var pauses = (patience == nil || !isOneTransaction ? [] : LockPatience.pauses)[...]
    while true {
      let id: String
      do throws(PostgresError) {
        try await connection.beginScript(lockTimeout: patience?.limit)
        id = try await table.start(
          script.migration, checksum: script.checksum, isOneTransaction: isOneTransaction)
      } catch {
        throw WorkflowEnd(error)
      }
      do throws(PostgresError) {
        var isLeftOpen = false
        if isOneTransaction {
          try await connection.execute("\(text)\n;\n\(table.finishing(id))")
        } else {
          try await connection.execute(text)
          isLeftOpen = await connection.isInTransaction
          try await connection.execute(isLeftOpen ? "ROLLBACK" : table.finishing(id))
        }
        if !isLeftOpen { return }
      } catch {
        let failure = ScriptFailure(path: script.path, bytes: script.bytes, error: error)
        let isLocked = patience != nil && error.sqlState == "55P03"
        let isUndone = isOneTransaction && (error.kind == .cancelled || isLocked)
        await note(failure, of: id, isUndone: isUndone)
        guard isLocked, let pause = pauses.popFirst() else {
          throw end(of: script, failure, isUndone: isUndone)
        }
        waits(script, pause)
        try? await Task.sleep(for: pause)
        continue
      }
      throw try await leftOpen(script, id)
    }
  }

  /// Leaves the truth behind, in a task that nobody cancels.
  private func note(_ failure: ScriptFailure, of id: String, isUndone: Bool) async {
    if failure.error.kind == .connectionClosed { return }
    let table = table
    await Task {
      if await table.connection.isInTransaction {
        _ = try? await table.connection.execute("ROLLBACK")
      }
      if isUndone {
        try? await table.markRolledBack([id])
      } else {
        try? await table.fail(id, logs: failure.text)
      }
    }.value
  }

  /// Notes that a script began a transaction and did not end it, so that it was rolled back.
  private func leftOpen(
    _ script: MigrationScript, _ id: String
  ) async throws(WorkflowEnd) -> WorkflowEnd {
    let reason = "the script leaves a transaction open, which was rolled back"
    do throws(PostgresError) {
      try await table.fail(id, logs: reason)
    } catch {
      throw WorkflowEnd(error)
    }
    return WorkflowEnd.failure(
      "the migration `\(script.migration)` failed: \(reason)", code: "P3018",
      help: "write `COMMIT;` behind it, then run `prisma-lsp migrate resolve --rolled-back "
        + "\(script.migration)` and apply it again")
  }

  private func end(
    of script: MigrationScript, _ failure: ScriptFailure, isUndone: Bool
  ) -> WorkflowEnd {
    let error = failure.error
    if error.kind == .cancelled { return .interrupted }
    if error.kind == .connectionClosed {
      return .failed(
        CommandFailure(
          "\(error.message) while the migration `\(script.migration)` was being applied",
          code: error.code, help: "run `prisma-lsp migrate deploy` again: it knows how far it came")
      )
    }
    let state = error.sqlState.map { " (\($0))" } ?? ""
    if isUndone {
      return WorkflowEnd.failure(
        "the migration `\(script.migration)` was not applied: a lock was not free in time\(state)",
        code: "P1008",
        help:
          "nothing of it took effect; look into `pg_stat_activity` for long transactions, and try again"
      )
    }
    return .failed(
      CommandFailure(
        "the migration `\(script.migration)` failed: \(error.message)\(state)"
          + (error.server?.detail.map { "; \($0)" } ?? ""),
        code: "P3018",
        help: "correct the script or the data, then run `prisma-lsp migrate resolve --rolled-back "
          + "\(script.migration)` and apply it again",
        excerpt: failure.excerpt))
  }

  /// The failure that no migration can be applied as long as others failed.
  private static func blocked(by failed: [MigrationRecord]) -> WorkflowEnd {
    let list = failed.map { "`\($0.name)`, begun at \($0.startedAt) UTC" }.joined(separator: "; ")
    let name = failed.first?.name ?? "NAME"
    return .failed(
      CommandFailure(
        "nothing is applied as long as the database has failed migrations: \(list)",
        code: "P3009",
        help: "see what of it took effect; then `prisma-lsp migrate resolve --rolled-back \(name)` "
          + "(nothing did, or it was undone) or `--applied \(name)` (it was completed by hand)"))
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
