import Migration
import MigrationHistory
import Postgres

/// What the migrations of a folder make of an empty database.
struct ReplayedMigrations: Sendable {
  /// The structure that those leave which the database has, too.
  let applied: SQLSchema
  /// The structure that all of them leave.
  let all: SQLSchema

  /// What was worked out without a database.
  init(applied: SQLSchema, all: SQLSchema) {
    self.applied = applied
    self.all = all
  }

  /// Replays `scripts` in a shadow database.
  ///
  /// - Parameters:
  ///   - applied: the names of those that the database has.
  ///   - read: reads the structure of a database.
  /// - Throws: P3006 when one of them does not run.
  init(
    _ scripts: [MigrationScript], applied: Set<String>, in shadow: ShadowDatabase,
    read: (Connection) async throws(WorkflowEnd) -> SQLSchema
  ) async throws(WorkflowEnd) {
    let count = scripts.prefix { applied.contains($0.migration) }.count
    let known = scripts.filter { applied.contains($0.migration) }
    try await Self.run(known, in: shadow)
    self.applied = try await read(shadow.connection)
    if known.count == count {
      // Those that follow go on from there.
      if count == scripts.count {
        all = self.applied
        return
      }
      try await Self.run(scripts[count...], in: shadow)
    } else {
      try await shadow.reset()
      try await Self.run(scripts, in: shadow)
    }
    all = try await read(shadow.connection)
  }

  private static func run(
    _ scripts: some Sequence<MigrationScript>, in shadow: ShadowDatabase
  ) async throws(WorkflowEnd) {
    let connection = shadow.connection
    for script in scripts {
      guard ScriptText.text(script.bytes) != nil else {
        throw ScriptText.unreadable(script.path)
      }
      let parts = ScriptParts(script.bytes, serverVersion: await connection.serverVersion)
      var start = 0
      do throws(PostgresError) {
        try await connection.beginScript()
        for part in parts.parts {
          start = part.range.lowerBound
          try await connection.execute(parts.text(part.range))
        }
        if await connection.isInTransaction { try await connection.execute("COMMIT") }
      } catch {
        guard error.server != nil else { throw WorkflowEnd(error) }
        let failure = ScriptFailure(
          path: script.path, bytes: script.bytes, error: error, start: start)
        let state = error.sqlState.map { " (\($0))" } ?? ""
        throw .failed(
          CommandFailure(
            "the migration `\(script.migration)` does not run on an empty database after those before "
              + "it: \(error.message)\(state)",
            code: "P3006",
            help: "correct the script; where it was applied already, it has to lead to the same",
            excerpt: failure.excerpt))
      }
    }
  }
}
