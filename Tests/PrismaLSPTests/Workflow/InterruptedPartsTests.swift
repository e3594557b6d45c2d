import Foundation
import Postgres
import TestSupport
import Testing

@testable import PrismaLSP

/// Scripts that run in parts, by a process that is killed or loses its server in the middle.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)), .serialized)
struct InterruptedPartsTests {
  /// One that must not run twice stands in each part.
  private static let statements = [
    "INSERT INTO a VALUES (1)", "INSERT INTO a VALUES (2)", "CREATE INDEX CONCURRENTLY i ON a (id)",
    "INSERT INTO a VALUES (3)", "VACUUM a", "BEGIN", "INSERT INTO a VALUES (4)", "COMMIT",
    "INSERT INTO a VALUES (5)",
  ]

  /// A project with a table, and a migration that waits for an advisory lock in front of the statement
  /// `place`, or behind the last.
  private func project(waitingAt place: Int, server: TestServer? = nil) throws -> TestProject {
    let project = try TestProject(server: server)
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    var lines = Self.statements
    lines.insert("SELECT pg_advisory_lock(4711), pg_advisory_unlock(4711)", at: place)
    try project.write(migration: "2_b", lines.joined(separator: ";\n") + ";\n")
    try project.write(migration: "3_c", "CREATE TABLE c (id int);\n")
    return project
  }

  /// A project whose database has a table already, by the first of its migrations.
  private func projectWithTable() async throws -> TestProject {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try #require(await project.run("migrate", "deploy").exitCode == 0)
    return project
  }

  /// Each statement took effect once, and that is what the history says.
  private func expectEachOnce(_ project: TestProject) throws {
    #expect(
      try project.database.run("SELECT string_agg(id::text, ',' ORDER BY id) FROM a")
        == "1,2,3,4,5\n")
    #expect(
      try project.database.run("SELECT indisvalid FROM pg_index WHERE indrelid = 'a'::regclass")
        == "t\n")
    #expect(try project.tables() == ["a", "c"])
    try expectAllApplied(project)
  }

  private func expectAllApplied(_ project: TestProject) throws {
    let records = try project.records().filter { !$0.hasSuffix("rolled back") }
    #expect(records == project.migrations.map { "\($0)|applied 1" })
    let logs = try project.database.run(
      "SELECT logs FROM _prisma_migrations WHERE rolled_back_at IS NULL AND logs IS NOT NULL")
    #expect(logs == "")
  }

  @Test(arguments: 0...statements.count, InterruptionTests.Ending.allCases)
  func isKilledAtAnyStatement(_ place: Int, _ ending: InterruptionTests.Ending) async throws {
    let project = try project(waitingAt: place)
    let deploy = try await project.deployWaiting(for: 4711)
    deploy.end(by: SIGKILL)
    if ending == .cut { try deploy.cut() }
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    try expectEachOnce(project)
  }

  @Test(arguments: [0, 3, 7])
  func losesItsConnection(_ place: Int) async throws {
    let project = try project(waitingAt: place)
    let deploy = try await project.deployWaiting(for: 4711)
    try deploy.cut()
    deploy.process.waitUntilExit()
    let errors = deploy.errors
    #expect(deploy.process.terminationStatus == 1)
    #expect(errors.contains("error[P1017]"))
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    try expectEachOnce(project)
  }

  /// A process of the server dies, so that it ends all sessions, recovers from its log, and begins anew.
  @Test func losesItsServer() async throws {
    let server = try TestServer(binaries: try #require(TestServer.binaries))
    for place in [1, 3, 5, 7, 9] {
      let project = try project(waitingAt: place, server: server)
      let deploy = try await project.deployWaiting(for: 4711)
      kill(try #require(pid_t(deploy.session)), SIGKILL)
      deploy.process.waitUntilExit()
      #expect(deploy.process.terminationStatus == 1)
      await deploy.holder.close()
      for _ in 0..<600 {
        if (try? project.database.run("SELECT 1")) != nil { break }
        try await Task.sleep(for: .milliseconds(50))
      }
      let again = await project.run("migrate", "deploy")
      #expect(again.exitCode == 0, "\(again.errors)")
      try expectEachOnce(project)
    }
  }

  // MARK: In statements that are in no transaction

  private static let lone = [
    "CREATE INDEX CONCURRENTLY i ON a (id)", "DROP INDEX CONCURRENTLY j", "VACUUM a",
    "REINDEX INDEX CONCURRENTLY j",
  ]

  @Test(arguments: lone, InterruptionTests.Ending.allCases)
  func isKilledInAStatementThatIsInNoTransaction(
    _ statement: String, _ ending: InterruptionTests.Ending
  ) async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\nCREATE INDEX j ON a (id);\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(
      migration: "2_b", "INSERT INTO a VALUES (1);\n\(statement);\nINSERT INTO a VALUES (2);\n")
    let deploy = try await project.deployWaiting(
      in: statement, while: "LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE")
    deploy.end(by: SIGKILL)
    let status = await project.run("migrate", "status")
    #expect(
      status.output.contains(
        "the first of its 3 statements took effect, to line 1 of "
          + "`prisma/migrations/2_b/migration.sql`, the one in line 2 was begun"))
    if ending == .cut { try deploy.cut() }
    _ = try await deploy.holder.execute("COMMIT")
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.errors.contains("`2_b` goes on: the first of its 3 statements took effect"))
    try expectAllApplied(project)
    #expect(try project.database.run("SELECT id FROM a ORDER BY id") == "1\n2\n")
    let indexes = try project.database.run(
      """
      SELECT string_agg(relname::text || indisvalid, ',' ORDER BY relname) FROM pg_index
      JOIN pg_class ON oid = indexrelid WHERE indrelid = 'a'::regclass
      """)
    let expected =
      statement.hasPrefix("CREATE")
      ? "itrue,jtrue" : statement.hasPrefix("DROP") ? "" : "jtrue"
    #expect(indexes == expected + "\n")
  }

  /// Killed between the statement and the note that it took effect.
  @Test func isKilledBehindAStatementThatIsInNoTransaction() async throws {
    let project = try await projectWithTable()
    try project.write(
      migration: "2_b",
      "INSERT INTO a VALUES (1);\nCREATE INDEX CONCURRENTLY i ON a (id);\nINSERT INTO a VALUES (2);\n"
    )
    let url = try ConnectionURL(project.database.url)
    let (table, row) = (try await Connection.open(url), try await Connection.open(url))
    _ = try await table.execute("BEGIN; LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE")
    let process = try project.start("deploy")
    _ = try await project.waiting(in: "CREATE INDEX")
    _ = try await row.execute(
      "BEGIN; SELECT FROM _prisma_migrations WHERE migration_name = '2_b' FOR UPDATE")
    _ = try await table.execute("COMMIT")
    let session = try await project.waiting(in: "UPDATE")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try project.database.run("SELECT pg_terminate_backend(\(session))")
    await table.close()
    await row.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.errors.contains("the one in line 2 was begun and took effect"))
    try expectAllApplied(project)
    #expect(try project.database.run("SELECT id FROM a ORDER BY id") == "1\n2\n")
  }

  /// Killed while the attempt is noted, before anything of the script is sent.
  @Test(
    arguments: ["SELECT 1", "CREATE INDEX CONCURRENTLY i ON a (id)"],
    InterruptionTests.Ending.allCases)
  func isKilledBeforeItBegins(
    _ statement: String, _ ending: InterruptionTests.Ending
  ) async throws {
    let project = try await projectWithTable()
    try project.write(migration: "2_b", "\(statement);\nINSERT INTO a VALUES (1);\n")
    let deploy = try await project.deployWaiting(
      in: "INSERT INTO", while: "LOCK TABLE _prisma_migrations IN SHARE MODE")
    deploy.end(by: SIGKILL)
    if ending == .cut { try deploy.cut() }
    _ = try await deploy.holder.execute("COMMIT")
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    try expectAllApplied(project)
    #expect(try project.database.run("SELECT id FROM a") == "1\n")
  }

  @Test func leavesAnInvalidIndex() async throws {
    let project = try await projectWithTable()
    try project.write(migration: "2_b", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON a (id);\n")
    // It waits for the transaction that writes, behind the first of its steps.
    let deploy = try await project.deployWaiting(
      in: "CREATE INDEX", while: "INSERT INTO a VALUES (0)")
    deploy.end(by: SIGKILL)
    try deploy.cut()
    _ = try await deploy.holder.execute("ROLLBACK")
    await deploy.holder.close()
    // Otherwise `IF NOT EXISTS` would be content with it.
    for words in [[], ["--resume"], ["--dry-run"]] {
      let blocked = await project.run(words: ["migrate", "deploy"] + words)
      #expect(blocked.exitCode == 1)
      #expect(blocked.errors.contains("error[P3009]"))
      #expect(blocked.errors.contains("left the index `\"public\".\"i\"`, which is not valid"))
      #expect(blocked.errors.contains("`DROP INDEX CONCURRENTLY \"public\".\"i\"`"))
    }
    try project.database.run("DROP INDEX CONCURRENTLY \"public\".\"i\"")
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(
      try project.database.run("SELECT indisvalid FROM pg_index WHERE indrelid = 'a'::regclass")
        == "t\n")
    try expectAllApplied(project)
  }

  @Test func endsOnControlC() async throws {
    let project = try project(waitingAt: 5)
    let deploy = try await project.deployWaiting(for: 4711)
    deploy.end(by: SIGINT)
    #expect(deploy.process.terminationStatus == 130)
    #expect(try project.database.run("SELECT count(*) FROM a") == "3\n")
    await deploy.holder.close()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try expectEachOnce(project)
  }

  @Test func endsOnControlCInAStatementThatIsInNoTransaction() async throws {
    let project = try await projectWithTable()
    try project.write(
      migration: "2_b", "INSERT INTO a VALUES (1);\nCREATE INDEX CONCURRENTLY i ON a (id);\n")
    let deploy = try await project.deployWaiting(
      in: "CREATE INDEX", while: "LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE")
    deploy.end(by: SIGINT)
    #expect(deploy.process.terminationStatus == 130)
    _ = try await deploy.holder.execute("COMMIT")
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.errors.contains("the one in line 2 was begun and has to be run again"))
    #expect(try project.database.run("SELECT id FROM a") == "1\n")
    try expectAllApplied(project)
  }
}
