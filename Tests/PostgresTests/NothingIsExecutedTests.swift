import Foundation
import Migration
import Postgres
import TestSupport
import Testing

/// A session that previews a migration, as the server's log has it.
@Suite(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)")) struct NothingIsExecutedTests {
  @Test func theLogShowsOnlyReads() async throws {
    let server = try TestServer(binaries: try #require(TestServer.binaries))
    let database = try server.makeDatabase()
    let role = "reader"
    try database.run(
      """
      CREATE TABLE t (id int PRIMARY KEY, a int, b text); INSERT INTO t VALUES (1, NULL, 'x');
      CREATE TABLE u (id int PRIMARY KEY); CREATE INDEX i ON t (a);
      CREATE ROLE \(role) LOGIN; GRANT SELECT ON t, u TO \(role);
      ALTER DATABASE "\(database.name)" SET log_statement = 'all'
      """)
    let url = "postgresql://\(role)@localhost/\(database.name)?host=\(database.socketFolder)"
    let connection = try await Connection.open(try ConnectionURL(url))
    let before = try await connection.catalogue().schema
    var after = before
    after.tables.removeAll { $0.name.name == "u" }
    for place in after.tables.indices {
      after.tables[place].indexes = []
      after.tables[place].columns.removeAll { $0.name == "b" }
      for column in after.tables[place].columns.indices {
        after.tables[place].columns[column].arity = .required
      }
    }
    let plan = Plan(from: before, to: after)
    let facts = try await connection.facts(on: plan, mode: .exact)
    let provesFailure = facts.steps.values.flatMap(\.findings).contains { $0.provesFailure }
    #expect(provesFailure)
    #expect(facts.gaps.isEmpty)
    _ = try await connection.losses(of: plan)
    _ = try await connection.catalogue()
    await connection.close()

    let log = try String(contentsOfFile: "\(server.socketFolder)/log", encoding: .utf8)
    let messages = log.split(separator: "LOG:  statement: ").dropFirst()
    let own = messages.filter { $0.hasPrefix("BEGIN READ ONLY;") }
    #expect(own.count >= 8)
    // Nothing else was sent, and what was sent begins and ends a transaction that can't write.
    #expect(own.count == messages.count)
    for message in own {
      // Without the line that follows, or the end of the last line.
      let text = (message.split(separator: "\n20").first ?? "").trimmingCharacters(in: .newlines)
      #expect(text.hasSuffix(";COMMIT"))
      #expect(text.split(separator: "BEGIN").count == 1)
      #expect(text.split(separator: "COMMIT").count == 1)
      #expect(text.split(separator: "SET LOCAL").count == text.split(separator: "SET ").count)
    }
  }
}
