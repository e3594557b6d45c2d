import Postgres

/// An empty database on which migrations are tried out.
///
/// It is either named by the project, and then emptied before; or made beside the project's database, and
/// dropped again whatever happens: also after a failure, and after Ctrl-C. Only a process that is killed
/// leaves it; then the next one drops it.
struct ShadowDatabase {
  /// The connection to it.
  let connection: Connection
  /// The schemas that are made in it.
  let namespaces: [String]

  /// Empties it.
  func reset() async throws(WorkflowEnd) {
    try await DatabaseReset(connection: connection, namespaces: namespaces).run()
  }

  private func makeSchemas() async throws(WorkflowEnd) {
    do throws(PostgresError) {
      for name in namespaces.map(SQLText.identifier) {
        try await connection.execute("CREATE SCHEMA IF NOT EXISTS \(name)")
      }
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// Runs `body` with the database that `url` leads to, emptied.
  static func use<Result: Sendable>(
    _ url: ConnectionURL, namespaces: [String],
    _ body: (ShadowDatabase) async throws(WorkflowEnd) -> Result
  ) async throws(WorkflowEnd) -> Result {
    let shadow = try await open(url, namespaces)
    try await shadow.reset()
    let result = try await body(shadow)
    await shadow.connection.close()
    return result
  }

  private static func open(
    _ url: ConnectionURL, _ namespaces: [String]
  ) async throws(WorkflowEnd) -> ShadowDatabase {
    do throws(PostgresError) {
      let connection = try await Connection.open(url)
      try await connection.prepareSchema()
      return ShadowDatabase(
        connection: connection, namespaces: namespaces.isEmpty ? [url.schema] : namespaces)
    } catch {
      throw end(of: error)
    }
  }

  /// Runs `body` with a new database on the server of `connection`.
  ///
  /// - Throws: P3014 when the user may not create databases.
  static func create<Result: Sendable>(
    beside connection: Connection, namespaces: [String],
    _ body: (ShadowDatabase) async throws(WorkflowEnd) -> Result
  ) async throws(WorkflowEnd) -> Result {
    let name: String
    do throws(PostgresError) {
      name = try await newName(by: connection)
    } catch {
      throw WorkflowEnd(error)
    }
    do throws(PostgresError) {
      try await connection.execute("CREATE DATABASE \(SQLText.identifier(name))")
    } catch {
      // Ctrl-C may have come when it was made already.
      if error.kind == .cancelled { await drop(name, by: connection) }
      throw end(of: error)
    }
    do throws(WorkflowEnd) {
      // Nobody misses what a server that crashes loses of it, so it need not wait for its disk.
      _ = try? await connection.execute(
        "ALTER DATABASE \(SQLText.identifier(name)) SET synchronous_commit = off")
      let shadow = try await open(connection.url.with(database: name), namespaces)
      try await shadow.makeSchemas()
      let result = try await body(shadow)
      await shadow.connection.close()
      await drop(name, by: connection)
      return result
    } catch {
      await drop(name, by: connection)
      throw error
    }
  }

  /// The name of a new one. What sessions have left that are gone, with their process killed, is dropped.
  private static func newName(by connection: Connection) async throws(PostgresError) -> String {
    let sessions = """
      SELECT pid, (extract(epoch FROM backend_start) * 1000000)::bigint \
      FROM pg_catalog.pg_stat_activity
      """
    // The databases first: the session that makes one lives by then.
    let answers = try await connection.read([
      """
      SELECT datname FROM pg_catalog.pg_database \
      WHERE datname LIKE '\(ShadowDatabaseName.start.replacing("_", with: "!_"))%' ESCAPE '!' \
      AND pg_catalog.pg_get_userbyid(datdba) = current_user
      """, sessions, sessions + " WHERE pid = pg_catalog.pg_backend_pid()",
    ])
    guard answers.count == 3 else { return ShadowDatabaseName.random }
    let living = answers[1].rows.compactMap { ShadowDatabaseName.Session($0) }
    for row in answers[0].rows {
      guard let text = row.first ?? nil, let name = ShadowDatabaseName(text) else { continue }
      if !living.contains(where: name.isOf) { await drop(text, by: connection) }
    }
    let own = answers[2].rows.first.flatMap { ShadowDatabaseName.Session($0) }
    return own.flatMap { ShadowDatabaseName(of: $0)?.text } ?? ShadowDatabaseName.random
  }

  /// Drops a database that ``create(beside:namespaces:_:)`` made, in a task that nobody cancels.
  private static func drop(_ name: String, by connection: Connection) async {
    let database = SQLText.identifier(name)
    await Task {
      do throws(PostgresError) {
        try await connection.execute("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
      } catch {
        // Servers before 13 don't know FORCE.
        guard error.sqlState == "42601" else { return }
        _ = try? await connection.execute("DROP DATABASE IF EXISTS \(database)")
      }
    }.value
  }

  private static func end(of error: PostgresError) -> WorkflowEnd {
    guard error.sqlState == "42501" else { return WorkflowEnd(error) }
    return WorkflowEnd.failure(
      "the user may not create the database on which migrations are tried out: \(error.message)",
      code: "P3014",
      help:
        "let the user create databases (`ALTER ROLE … CREATEDB`), or name an empty database with "
        + "`--shadow-database-url` or `shadowDatabaseUrl`")
  }
}
