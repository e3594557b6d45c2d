import Foundation
import Postgres
import TestSupport
import Testing

/// Connections to a real server.
@Suite(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"), .serialized)
struct ConnectionTests {
  private func database() throws -> TestDatabase { try #require(TestServer.shared).makeDatabase() }

  private func open(_ database: TestDatabase) async throws -> Connection {
    try await Connection.open(try ConnectionURL(database.url))
  }

  @Test func answersAreTexts() async throws {
    let connection = try await open(try database())
    let tables = try await connection.read([
      "SELECT 1, NULL, 'Zoë', true", "SELECT x FROM generate_series(1, 3) AS x",
    ])
    #expect(tables.map(\.rows) == [[["1", nil, "Zoë", "t"]], [["1"], ["2"], ["3"]]])
    #expect(await connection.serverVersion >= 120000)
  }

  @Test func parametersAreNoSQL() async throws {
    let connection = try await open(try database())
    let text = "'; DROP TABLE x; --\\"
    let table = try await connection.query("SELECT $1::text, $2::int", [text, nil])
    #expect(table.rows == [[text, nil]])
    let quoted = try await connection.read(["SELECT \(SQLText.literal(text))"])
    #expect(quoted.first?.rows == [[text]])
  }

  @Test func readingCannotWrite() async throws {
    let connection = try await open(try database())
    let error = await #expect(throws: PostgresError.self) {
      try await connection.read(["CREATE TABLE t (a int)"])
    }
    #expect(error?.sqlState == "25006")
    // The transaction is gone, and so is all that was set in it.
    #expect(await !connection.isInTransaction)
    let settings = try await connection.query(
      "SELECT current_setting('statement_timeout'), current_setting('transaction_read_only')")
    #expect(settings.rows == [["0", "off"]])
  }

  @Test func readingHasLimits() async throws {
    let connection = try await open(try database())
    let error = await #expect(throws: PostgresError.self) {
      try await connection.read(
        ["SELECT pg_sleep(30)"], limits: ReadLimits(statement: .milliseconds(50)))
    }
    #expect(error?.kind == .timeout)
    #expect(error?.code == "P1008")
    #expect(try await connection.read(["SELECT 1"]).first?.rows == [["1"]])
  }

  @Test func lockedTablesAreNotWaitedFor() async throws {
    let database = try database()
    try database.run("CREATE TABLE t (a int)")
    let holder = try await open(database)
    try await holder.execute("BEGIN; LOCK TABLE t")
    let connection = try await open(database)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.read(["SELECT * FROM t"], limits: ReadLimits(lock: .milliseconds(50)))
    }
    #expect(error?.sqlState == "55P03")
    #expect(error?.kind == .timeout)
  }

  @Test func writingHasLimits() async throws {
    let connection = try await open(try database())
    let error = await #expect(throws: PostgresError.self) {
      try await connection.execute("SELECT pg_sleep(30)", within: .milliseconds(50))
    }
    #expect(error?.kind == .timeout)
    // The server has ended the statement, and the connection goes on.
    #expect(try await connection.query("SELECT 1").rows == [["1"]])
  }

  @Test func whoIsCancelledGoesOn() async throws {
    let connection = try await open(try database())
    let task = Task { try await connection.execute("SELECT pg_sleep(30)") }
    task.cancel()
    let first = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(first?.kind == .cancelled)
    let other = Task { try await connection.execute("SELECT pg_sleep(30)") }
    while try await !isAsleep(connection.url) {}
    connection.cancel()
    let second = await #expect(throws: PostgresError.self) { try await other.value }
    #expect(second?.kind == .cancelled)
    #expect(try await connection.query("SELECT 1").rows == [["1"]])
  }

  /// Whether somebody in the database sleeps.
  private func isAsleep(_ url: ConnectionURL) async throws -> Bool {
    let watcher = try await Connection.open(url)
    let found = try await watcher.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'PgSleep'",
      [url.database])
    return !found.rows.isEmpty
  }

  @Test func scriptsTellWhereTheyFail() async throws {
    let connection = try await open(try database())
    let script = "CREATE TABLE \"Zoë\" (a int);\nSELECT wrong FROM \"Zoë\";"
    let error = try await #require(throws: PostgresError.self) {
      try await connection.execute(script)
    }
    let server = try #require(error.server)
    #expect(server.sqlState == "42703")
    let offset = try #require(server.offset)
    #expect(script.utf8.dropFirst(offset).starts(with: "wrong".utf8))
    // All or nothing.
    #expect(try await connection.query("SELECT to_regclass('\"Zoë\"')").rows == [[nil]])
  }

  @Test func scriptsGiveNotices() async throws {
    let connection = try await open(try database())
    let result = try await connection.execute(
      "DO $$BEGIN RAISE NOTICE 'so far'; RAISE WARNING 'so good'; END$$; DROP TABLE IF EXISTS t")
    #expect(result.notices.map(\.text).prefix(2) == ["so far", "so good"])
    #expect(result.notices.map(\.severity).prefix(2) == ["NOTICE", "WARNING"])
  }

  @Test func copyIsRefused() async throws {
    let connection = try await open(try database())
    try await connection.execute("CREATE TABLE t (a int)")
    await #expect(throws: PostgresError.self) { try await connection.execute("COPY t FROM stdin") }
    #expect(try await connection.query("SELECT count(*) FROM t").rows == [["0"]])
    await #expect(throws: PostgresError.self) { try await connection.execute("COPY t TO stdout") }
    // What is behind it can't be told from the rows: the connection is given up.
    let error = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1") }
    #expect(error?.code == "P1017")
  }

  @Test func theServerEndsTheConnection() async throws {
    let database = try database()
    let connection = try await open(database)
    let pid = try await connection.query("SELECT pg_backend_pid()").rows.first?.first ?? nil
    try database.run("SELECT pg_terminate_backend(\(try #require(pid)))")
    let error = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1") }
    #expect(error?.code == "P1017")
    let later = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1") }
    #expect(later?.code == "P1017")
  }

  @Test func noSuchDatabase() async throws {
    let server = try #require(TestServer.shared)
    let url = "postgresql://postgres@localhost/nowhere?host=\(server.socketFolder)"
    let error = await #expect(throws: PostgresError.self) {
      try await Connection.open(try ConnectionURL(url))
    }
    #expect(error?.code == "P1003")
    #expect(error?.sqlState == "3D000")
  }

  @Test func databasesAreCreatedOnce() async throws {
    let database = try database()
    let url = try ConnectionURL(
      "postgresql://postgres@localhost/new_\(database.name)?host=\(database.socketFolder)&schema=s%22x"
    )
    #expect(try await Connection.createDatabase(url))
    #expect(try await !Connection.createDatabase(url))
    let connection = try await Connection.open(url)
    #expect(try await connection.prepareSchema())
    #expect(try await !connection.prepareSchema())
    try await connection.execute("CREATE TABLE t (a int)")
    let table = try await connection.query("SELECT schemaname FROM pg_tables WHERE tablename = 't'")
    #expect(table.rows == [["s\"x"]])
  }

  @Test(.timeLimit(.minutes(1))) func onlyOneMigrates() async throws {
    let database = try database()
    let first = try await open(database)
    try await first.lockMigrations()
    let second = try await open(database)
    let task = Task { try await second.lockMigrations() }
    let held = """
      SELECT count(*) FILTER (WHERE granted), count(*) FILTER (WHERE NOT granted) FROM pg_locks
      WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """
    while try database.run(held) != "1|1\n" { try await Task.sleep(for: .milliseconds(10)) }
    await first.close()
    try await task.value
    #expect(try database.run(held) == "1|0\n")
  }

  @Test func connectionsRunOut() async throws {
    let database = try database()
    let root = try await open(database)
    let role = "role_\(database.name)"
    try await root.execute("CREATE ROLE \"\(role)\" LOGIN CONNECTION LIMIT 1")
    let url = try ConnectionURL(
      "postgresql://\(role)@localhost/\(database.name)?host=\(database.socketFolder)")
    let only = try await Connection.open(url)
    let error = await #expect(throws: PostgresError.self) { try await Connection.open(url) }
    #expect(error?.code == "P2037")
    #expect(try await only.read(["SELECT current_user"]).first?.rows == [[role]])
  }

  @Test func strangersAreKeptOut() async throws {
    let server = try #require(TestServer.shared)
    let url = "postgresql://stranger@localhost/postgres?host=\(server.socketFolder)"
    let error = await #expect(throws: PostgresError.self) {
      try await Connection.open(try ConnectionURL(url))
    }
    #expect(error?.code == "P1010")
  }

  @Test func socketsThatAreMissing() async throws {
    let url = try ConnectionURL("postgresql://u@localhost/a?host=/tmp/no-such-folder")
    let error = await #expect(throws: PostgresError.self) { try await Connection.open(url) }
    #expect(error?.code == "P1001")
  }
}
