import Foundation
import MigrationHistory
import Postgres
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct MigrateDeployTests {
  @Test func appliesWhatIsPendingInOrder() async throws {
    let project = try TestProject()
    try project.write(migration: "20240101000000_a", "CREATE TABLE a (id int PRIMARY KEY);\n")
    try project.write(migration: "20240102000000_b", "CREATE TABLE b (id int REFERENCES a);\n")
    let first = await project.run("migrate", "deploy")
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(
      first.output == "✓ applied `20240101000000_a`\n✓ applied `20240102000000_b`\n")
    #expect(
      try project.records() == ["20240101000000_a|applied 1", "20240102000000_b|applied 1"])
    #expect(try project.tables() == ["a", "b"])
    let checksum = try project.database.run(
      "SELECT checksum, logs IS NULL FROM _prisma_migrations ORDER BY started_at LIMIT 1")
    // sha256sum of the file
    #expect(
      checksum == "634b33d42b556b5b6f28f21aa19a9c5d89df49c73a1df3ce8ff5319146c7d0cc|t\n")
    let again = await project.run("migrate", "deploy")
    #expect(again.output == "No pending migrations: 2 migrations in `prisma/migrations`\n")
    #expect(again.exitCode == 0)
    try project.write(migration: "20240103000000_c", "CREATE TABLE c (id int);\n")
    let json = await project.run("migrate", "deploy", "--output", "json")
    #expect(json.output == #"{"migrations":3,"applied":["20240103000000_c"]}"# + "\n")
    #expect(json.errors == "")
  }

  @Test func needsNoModels() async throws {
    let project = try TestProject(models: "model Broken {\n  id Nowhere\n}\n")
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
  }

  @Test func createsTheDatabase() async throws {
    let project = try TestProject()
    let name = project.database.name + "_new"
    let url = "postgresql://postgres@localhost/\(name)?host=\(project.database.socketFolder)"
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let status = await project.run("migrate", "status", variables: ["DATABASE_URL": url])
    #expect(status.exitCode == 1)
    #expect(status.errors.contains("error[P1003]"))
    let result = await project.run("migrate", "deploy", variables: ["DATABASE_URL": url])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("created the database `\(name)`"))
    let inSchema = await project.run(
      "migrate", "deploy", variables: ["DATABASE_URL": url + "&schema=other"])
    #expect(inSchema.exitCode == 0, "\(inSchema.errors)")
    try project.database.run("DROP DATABASE \"\(name)\" WITH (FORCE)")
  }

  @Test func refusesADatabaseThatItDoesNotKnow() async throws {
    let project = try TestProject()
    try project.database.run("CREATE VIEW v AS SELECT 1; CREATE TYPE e AS ENUM ('a')")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.database.run("DROP TABLE _prisma_migrations; CREATE TABLE legacy (id int)")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[P3005]"))
    #expect(result.errors.contains("`legacy`"))
    #expect(try project.tables() == ["legacy"])
  }

  // MARK: Failures

  @Test func stopsAtAFailureAndSaysWhere() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try project.write(
      migration: "2_b",
      "-- one\n-- two\n-- three\n-- four\nCREATE TABLE b (id int);\nINSERT INTO nowhere VALUES (1);\n"
    )
    try project.write(migration: "3_c", "CREATE TABLE c (id int);\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[P3018]: the migration `2_b` failed"))
    #expect(result.errors.contains("42P01"))
    #expect(result.errors.contains("  1  -- one\n"))
    #expect(result.errors.contains("  6  INSERT INTO nowhere VALUES (1);\n"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|failed"])
    #expect(try project.tables() == ["a"])
    let logs = try project.database.run(
      "SELECT logs FROM _prisma_migrations WHERE migration_name = '2_b'")
    #expect(logs.contains("42P01"))
    #expect(logs.contains("INSERT INTO nowhere"))
    let blocked = await project.run("migrate", "deploy")
    #expect(blocked.exitCode == 1)
    #expect(blocked.errors.contains("error[P3009]"))
    #expect(blocked.errors.contains("`2_b`"))
  }

  @Test func runsScriptsThatCannotBeInATransaction() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try project.write(migration: "2_b", "CREATE INDEX CONCURRENTLY i ON a (id);\n")
    try project.write(
      migration: "3_c", "BEGIN;\nCREATE TABLE c (id int);\nCOMMIT;\nINSERT INTO c VALUES (1);\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records().allSatisfy { $0.hasSuffix("applied 1") })
  }

  @Test func refusesATransactionThatIsLeftOpen() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "BEGIN;\nCREATE TABLE a (id int);\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("leaves a transaction open"))
    #expect(try project.records() == ["1_a|failed"])
    #expect(try project.tables() == [])
  }

  @Test func keepsTheSettingsOfAScriptFromTheNext() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      "SET check_function_bodies = off;\nSELECT pg_catalog.set_config('search_path', '', false);\nCREATE TABLE public.a (id int);\n"
    )
    try project.write(migration: "2_b", "CREATE TABLE b (id int);\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.tables() == ["a", "b"])
  }

  @Test func tellsAMissingScriptAndAnotherProvider() async throws {
    let project = try TestProject()
    try project.folder.write("", to: "prisma/migrations/1_a/readme.txt")
    #expect(await project.run("migrate", "deploy").errors.contains("error[P3015]"))
    try project.write(migration: "1_a", "")
    try project.folder.write("provider = \"mysql\"\n", to: "prisma/migrations/migration_lock.toml")
    for command in ["deploy", "status", "reset"] {
      let result = await project.run("migrate", command)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("error[P3019]"))
    }
    // The project decides where migrations are, and what is in the way is said.
    try project.folder.write("", to: "db/migrations")
    try project.folder.write(
      "export default { migrations: { path: 'db/migrations' } }\n", to: "prisma.config.ts")
    #expect(await project.run("migrate", "deploy").errors.contains("is not a folder"))
  }

  // MARK: Locks

  @Test func givesUpWaitingForALockAndTriesAgain() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(migration: "2_b", "CREATE TABLE b (id int);\nALTER TABLE a ADD b int;\n")
    let holder = try await Connection.open(ConnectionURL(project.database.url))
    _ = try await holder.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE")
    let work = Task { await project.run("migrate", "deploy", "--lock-timeout", "50ms") }
    while try project.records().count < 3 { try await Task.sleep(for: .milliseconds(20)) }
    _ = try await holder.execute("COMMIT")
    let result = await work.value
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("`2_b` waits for a lock"))
    #expect(try project.records().last == "2_b|applied 1")
    await holder.close()
  }

  @Test func understandsTimes() {
    #expect(LockPatience("500ms")?.limit == .milliseconds(500))
    #expect(LockPatience("5")?.limit == .seconds(5))
    #expect(LockPatience("2min")?.limit == .seconds(120))
    for text in ["", "0", "-1", "5h", "61min", "99999999999999999999"] {
      #expect(LockPatience(text) == nil)
    }
  }

  @Test func appliesAgainWhatWasBrokenOff() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(migration: "2_b", "CREATE TABLE b (id int);\n")
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, migration_name, logs)
        VALUES ('x', 'y', '2_b', '\(MigrationTable.marker)')
      """)
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("`2_b` was broken off"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|rolled back", "2_b|applied 1"])
  }
}

@Suite struct ScriptWordsTests {
  @Test(arguments: [
    ("CREATE TABLE a (id int, \"role\" text, \"end\" int);", true),
    ("ALTER TYPE \"Role\" ADD VALUE 'x';", false), ("create index Concurrently i on a (b);", false),
    ("begin;", false), ("UPDATE a SET begin_at = now(), the_end = 1;", true), ("", true),
    ("SELECT \"a\"COMMIT\"b\"", true), ("SELECT '\"'; COMMIT; SELECT '\"'", false),
  ])
  func findsWhatDoesNotShareATransaction(_ script: String, _ expected: Bool) {
    #expect(ScriptWords.canShareTransaction(Array(script.utf8)) == expected)
  }
}
