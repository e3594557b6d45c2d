import Foundation
import Postgres
import TestSupport
import Testing

@testable import PrismaLSP

/// The program as a process of its own, which is killed while a statement runs.
///
/// Each statement that shall be met waits for an advisory lock, which the test holds.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)), .serialized)
struct InterruptionTests {
  private static let statements = [
    "CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)", "ALTER TABLE a ADD b int",
  ]

  /// A migration that waits in front of the statement `place`, or behind the last.
  private func script(waitingAt place: Int) -> String {
    var lines = Self.statements
    lines.insert("SELECT pg_advisory_lock(4711), pg_advisory_unlock(4711)", at: place)
    return lines.joined(separator: ";\n") + ";\n"
  }

  /// Whether the server brings the script to its end although nobody listens, or the session is cut.
  enum Ending: CaseIterable { case finished, cut }

  @Test(arguments: 0...3, Ending.allCases)
  func isKilledAtAnyStatement(_ place: Int, _ ending: Ending) async throws {
    let project = try TestProject()
    try project.write(migration: "1_before", "CREATE TABLE before (id int);\n")
    try project.write(migration: "2_a", script(waitingAt: place))
    try project.write(migration: "3_after", "CREATE TABLE after (id int);\n")
    let deploy = try await project.deployWaiting(for: 4711)
    deploy.end(by: SIGKILL)
    if ending == .cut { try deploy.cut() }
    await deploy.holder.close()
    let again = await project.run("migrate", "deploy")
    #expect(again.exitCode == 0, "\(again.errors)")
    let records = try project.records().filter { $0.hasPrefix("2_a") }
    #expect(records == (ending == .cut ? ["2_a|rolled back", "2_a|applied 1"] : ["2_a|applied 1"]))
    // Each statement took effect once.
    #expect(try project.database.run("SELECT count(*), count(b) FROM a") == "1|0\n")
    #expect(try project.tables() == ["a", "after", "before"])
  }

  @Test func isKilledInAScriptThatCannotBeTakenApart() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      """
      CREATE PROCEDURE p() LANGUAGE sql AS 'CREATE TABLE a (id int)';
      BEGIN; CALL p(); COMMIT;
      SELECT pg_advisory_lock(4712);
      """)
    let deploy = try await project.deployWaiting(for: 4712)
    deploy.end(by: SIGKILL)
    try deploy.cut()
    await deploy.holder.close()
    // A part of it took effect: nobody but a person can say what is to be done.
    #expect(try project.records() == ["1_a|failed"])
    for words in [["migrate", "deploy"], ["migrate", "deploy", "--resume"]] {
      let again = await project.run(words: words)
      #expect(again.errors.contains("error[P3009]"))
      #expect(again.errors.contains("what of it took effect is not known"))
    }
  }

  @Test func endsOnControlC() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", script(waitingAt: 1))
    let deploy = try await project.deployWaiting(for: 4711)
    deploy.end(by: SIGINT)
    #expect(deploy.process.terminationStatus == 130)
    #expect(deploy.process.terminationReason == .exit)
    #expect(try project.records() == ["1_a|rolled back"])
    #expect(try project.tables() == [])
    await deploy.holder.close()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.tables() == ["a"])
  }

  /// The server does not stop when it is told to, as one that is just about to commit.
  @Test func knowsWhatWasCommittedInSpiteOfControlC() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      """
      CREATE TABLE a (id int);
      DO $$ BEGIN PERFORM pg_advisory_xact_lock(4713);
      EXCEPTION WHEN query_canceled THEN NULL; END $$;
      """)
    let deploy = try await project.deployWaiting(for: 4713)
    deploy.end(by: SIGINT)
    #expect(deploy.process.terminationStatus == 130)
    #expect(try project.records() == ["1_a|applied 1"])
    await deploy.holder.close()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.records() == ["1_a|applied 1"])
  }

  @Test func losesItsConnectionInAScriptThatCannotBeTakenApart() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a", "BEGIN; SELECT 1; ROLLBACK;\nSELECT pg_advisory_lock(4714);\n")
    let deploy = try await project.deployWaiting(for: 4714)
    try deploy.cut()
    deploy.process.waitUntilExit()
    await deploy.holder.close()
    let errors = deploy.errors
    #expect(errors.contains("error[P1017]"))
    #expect(errors.contains("what of it took effect is not known"))
    #expect(errors.contains("`prisma-lsp migrate resolve --rolled-back 1_a`"))
    let status = await project.run("migrate", "status")
    #expect(status.output.contains("what took effect is not known"))
    #expect(status.output.contains("  prisma-lsp migrate resolve --rolled-back NAME\n"))
    #expect(!status.output.contains("--resume"))
    let resumed = await project.run("migrate", "deploy", "--resume")
    #expect(resumed.errors.contains("so there is no place to go on from"))
  }

  @Test func losesItsConnection() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", script(waitingAt: 2))
    let deploy = try await project.deployWaiting(for: 4711)
    try deploy.cut()
    deploy.process.waitUntilExit()
    let errors = deploy.errors
    #expect(deploy.process.terminationStatus == 1)
    #expect(errors.contains("error[P1017]"))
    await deploy.holder.close()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.records() == ["1_a|rolled back", "1_a|applied 1"])
  }

  @Test func letsOneDeployAtATimeWork() async throws {
    let project = try TestProject()
    for number in 1...9 {
      try project.write(
        migration: "\(number)_m", "CREATE TABLE t\(number) (id int);\nSELECT pg_sleep(0.01);\n")
    }
    let processes = try (0..<3).map { _ in try project.start("deploy") }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try project.records() == (1...9).map { "\($0)_m|applied 1" })
  }

  @Test func waitsForTheLockNoLongerThanItSays() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let holder = try await Connection.open(ConnectionURL(project.database.url))
    _ = try await holder.query("SELECT pg_advisory_lock(72707369)")
    let refused = await project.run("migrate", "deploy")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("error[P1002]"))
    let disabled = await project.run(
      "migrate", "deploy", variables: ["PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK": "1"])
    #expect(disabled.exitCode == 0, "\(disabled.errors)")
    await holder.close()
  }
}
