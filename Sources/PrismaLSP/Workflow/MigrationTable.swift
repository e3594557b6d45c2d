import FoundationEssentials
import Migration
import Postgres

/// The table `_prisma_migrations` of a database, in which Prisma keeps account of migrations.
struct MigrationTable: Sendable {
  let connection: Connection
  /// Whether reading is done in transactions that can't write.
  var onlyReads = false

  /// What stands in `logs` while a script runs in one transaction with the note that it is finished. When
  /// it is found later, that transaction never came to its end, so that nothing of it took effect.
  static let marker =
    "prisma-lsp: runs as one transaction; while this text stands here, nothing of it took effect"

  /// Its quoted name.
  var name: String { SQLText.identifier(connection.url.schema, "_prisma_migrations") }

  // MARK: Reading

  /// The rows in the order in which the attempts began, nil without such a table.
  func records() async throws(PostgresError) -> [MigrationRecord]? {
    func text(_ column: String) -> String {
      "to_char(\(column) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"
    }
    let rows: [ResultTable.Row]
    do throws(PostgresError) {
      rows = try await ask(
        """
        SELECT id, migration_name, checksum, \(text("started_at")), \(text("finished_at")), \
        \(text("rolled_back_at")), logs FROM \(name) ORDER BY started_at
        """)
    } catch {
      if error.kind == .noSuchTable { return nil }
      throw error
    }
    return rows.compactMap { row in
      guard row.count == 7, let id = row[0], let name = row[1] else { return nil }
      return MigrationRecord(
        id: id, name: name, checksum: row[2] ?? "", startedAt: row[3] ?? "", finishedAt: row[4],
        rolledBackAt: row[5], logs: row[6])
    }
  }

  /// The tables in `namespaces` that aren't Prisma's or PostGIS's own, nor `external`, at most a handful.
  func otherTables(
    in namespaces: [String], besides external: ExternalNames
  ) async throws(PostgresError) -> [String] {
    let list = namespaces.map(SQLText.literal).joined(separator: ", ")
    let known = external.tables.sorted().map(SQLText.literal).joined(separator: ", ")
    let others = known.isEmpty ? "" : " AND n.nspname || '.' || c.relname NOT IN (\(known))"
    return try await ask(
      """
      SELECT c.relname FROM pg_catalog.pg_class c \
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      WHERE c.relkind IN ('r', 'p') AND n.nspname IN (\(list)) \
      AND c.relname NOT IN ('_prisma_migrations', 'spatial_ref_sys')\(others) \
      ORDER BY c.relname LIMIT 5
      """
    ).compactMap { $0.first ?? nil }
  }

  private func ask(_ sql: String) async throws(PostgresError) -> [ResultTable.Row] {
    if !onlyReads { return try await connection.query(sql).rows }
    return try await connection.read([sql]).first?.rows ?? []
  }

  // MARK: Writing

  /// Makes the table.
  func create() async throws(PostgresError) {
    try await connection.execute(
      """
      CREATE TABLE IF NOT EXISTS \(name) (
          id                      VARCHAR(36) PRIMARY KEY NOT NULL,
          checksum                VARCHAR(64) NOT NULL,
          finished_at             TIMESTAMPTZ,
          migration_name          VARCHAR(255) NOT NULL,
          logs                    TEXT,
          rolled_back_at          TIMESTAMPTZ,
          started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
          applied_steps_count     INTEGER NOT NULL DEFAULT 0
      )
      """)
  }

  /// Makes sure that the table is there.
  ///
  /// - Throws: P3005 when it isn't, and `namespaces` hold other tables: then what is there isn't known.
  func initialize(
    _ namespaces: [String], besides external: ExternalNames
  ) async throws(WorkflowEnd) -> [MigrationRecord] {
    let others: [String]
    do throws(PostgresError) {
      if let records = try await records() { return records }
      others = try await otherTables(in: namespaces, besides: external)
      if others.isEmpty {
        try await create()
        return []
      }
    } catch {
      throw WorkflowEnd(error)
    }
    throw Self.isUnknown(others)
  }

  /// The failure that a database has tables, and no migration was ever applied to it.
  ///
  /// - Parameter others: some of the tables.
  static func isUnknown(_ others: [String]) -> WorkflowEnd {
    WorkflowEnd.failure(
      "the database is not empty, and no migration was ever applied to it: it has "
        + others.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
        + (others.count > 3 ? " and more" : ""),
      code: "P3005",
      help: "make a migration that leads to what is there (a baseline), and record it with "
        + "`prisma-lsp migrate resolve --applied NAME`")
  }

  /// Begins an attempt. Returns its id.
  ///
  /// - Parameter logs: what is known of it when it is broken off.
  func start(
    _ migration: String, checksum: String, logs: String?
  ) async throws(PostgresError) -> String {
    let id = UUID().uuidString.lowercased()
    try await connection.query(
      """
      INSERT INTO \(name) (id, checksum, started_at, migration_name, logs) \
      VALUES ($1, $2, clock_timestamp(), $3, $4)
      """, [id, checksum, migration, logs])
    return id
  }

  /// Takes up an attempt again, with the script as it is now.
  func goOn(_ id: String, checksum: String, logs: String) async throws(PostgresError) {
    try await connection.query(
      "UPDATE \(name) SET checksum = $2, logs = $3 WHERE id = $1", [id, checksum, logs])
  }

  /// The statement that notes how far an attempt has come.
  func noting(_ progress: ScriptProgress, of id: String) -> String {
    "UPDATE \(name) SET logs = \(SQLText.literal(progress.line)) WHERE id = \(SQLText.literal(id))"
  }

  /// The statement that notes the success of an attempt.
  func finishing(_ id: String) -> String {
    """
    UPDATE \(name) SET finished_at = clock_timestamp(), \
    applied_steps_count = applied_steps_count + 1, logs = NULL WHERE id = \(SQLText.literal(id))
    """
  }

  /// Notes why an attempt failed.
  func fail(_ id: String, logs: String) async throws(PostgresError) {
    // A text in PostgreSQL can't hold the character NUL.
    try await connection.query(
      "UPDATE \(name) SET logs = $2 WHERE id = $1", [id, logs.replacing("\0", with: "")])
  }

  /// Notes that attempts were undone, but for those that came to their end.
  func markRolledBack(_ ids: [String]) async throws(PostgresError) {
    let list = ids.map(SQLText.literal).joined(separator: ", ")
    try await connection.execute(
      "UPDATE \(name) SET rolled_back_at = clock_timestamp() "
        + "WHERE id IN (\(list)) AND finished_at IS NULL")
  }

  /// Notes that an attempt was undone, unless something of it took effect after all: then other `logs`
  /// stand in its row, or it is finished.
  func takeBack(_ id: String, logs: String?) async throws(PostgresError) {
    try await connection.query(
      "UPDATE \(name) SET rolled_back_at = clock_timestamp() "
        + "WHERE id = $1 AND finished_at IS NULL AND logs IS NOT DISTINCT FROM $2", [id, logs])
  }

  /// Records a migration as applied without running it.
  func record(_ migration: String, checksum: String) async throws(PostgresError) {
    try await connection.query(
      """
      INSERT INTO \(name) (id, checksum, started_at, finished_at, migration_name, logs) \
      SELECT $1, $2, t, t, $3, '' FROM (SELECT clock_timestamp() AS t) AS now
      """, [UUID().uuidString.lowercased(), checksum, migration])
  }
  /// The statement that forgets migrations: all records of their attempts.
  func removing(_ migrations: [String]) -> String {
    let list = migrations.map(SQLText.literal).joined(separator: ", ")
    return "DELETE FROM \(name) WHERE migration_name IN (\(list))"
  }
}
