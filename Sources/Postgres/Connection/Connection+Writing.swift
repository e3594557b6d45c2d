/// What the commands that write to a database begin with.
extension Connection {
  /// Creates the connection string's database, by a connection to one that every server has.
  ///
  /// Returns whether it is new; false when it exists already. Throws `databaseNotCreated` (P3000) when no
  /// such connection can be made, and the server's refusal.
  public static func createDatabase(_ url: ConnectionURL) async throws(PostgresError) -> Bool {
    var last: PostgresError?
    for name in ["postgres", "template1", "defaultdb"] {
      do throws(PostgresError) {
        let connection = try await open(url.with(database: name))
        _ = try await connection.execute("CREATE DATABASE \(SQLText.identifier(url.database))")
        await connection.close()
        return true
      } catch {
        switch error.kind {
        case .databaseExists: return false
        case .noSuchDatabase,
          .accessDenied where error.server?.severity == "FATAL":
          last = error
        default: throw error
        }
      }
    }
    throw PostgresError(
      .databaseNotCreated,
      "the database \"\(url.database)\" could not be created: "
        + (last?.message ?? "no connection"),
      help: "create it by hand, or let \(url.shownUser) connect to the database `postgres`",
      server: last?.server)
  }

  /// Creates the connection string's database schema where it is missing, and makes names without a
  /// schema mean those in it, for as long as the connection lasts.
  ///
  /// Returns whether the schema is new.
  @discardableResult public func prepareSchema() async throws(PostgresError) -> Bool {
    let found = try await query(
      "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", [url.schema])
    let schema = SQLText.identifier(url.schema)
    if found.rows.isEmpty { try await execute("CREATE SCHEMA IF NOT EXISTS \(schema)") }
    try await execute("SET search_path = \(schema)")
    return found.rows.isEmpty
  }

  /// Waits until no other migration runs, and keeps others out until the connection is closed.
  ///
  /// Throws `lockTimeout` (P1002) after ten seconds.
  public func lockMigrations() async throws(PostgresError) {
    do throws(PostgresError) {
      try await query("SELECT pg_advisory_lock(72707369)", within: .seconds(10))
    } catch {
      guard error.kind == .timeout else { throw error }
      throw PostgresError(
        .lockTimeout,
        "another migration seems to be running: the lock on migrations was not free within ten seconds",
        help:
          "wait for it; `SELECT pid FROM pg_locks WHERE locktype = 'advisory'` shows who has the lock",
        server: error.server)
    }
  }
}
