import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct DeployPreviewTests {
  /// A project with a table of 1000 rows, and two pending migrations.
  private func pendingProject(server: TestServer? = nil) async throws -> TestProject {
    let project = try TestProject(server: server)
    try project.write(migration: "1_a", "CREATE TABLE a (id int PRIMARY KEY, b int);\n")
    let first = await project.run("migrate", "deploy")
    try #require(first.exitCode == 0, "\(first.errors)")
    try project.database.run(
      "INSERT INTO a SELECT g, g FROM generate_series(1, 1000) g; ANALYZE a")
    try project.write(
      migration: "2_b",
      """
      CREATE TABLE n (id int);
      -- prisma-lsp-ignore M006: nobody is there at night
      ALTER TABLE a ADD COLUMN c int NOT NULL;
      """)
    try project.write(
      migration: "3_c",
      """
      CREATE INDEX CONCURRENTLY i ON a (b);
      ALTER TABLE a DROP COLUMN b,
        ALTER COLUMN id TYPE bigint;
      ALTER TABLE n ADD COLUMN d int;
      """)
    return project
  }

  @Test func tellsWhatWouldBeDone() async throws {
    let project = try await pendingProject()
    let result = await project.run("migrate", "deploy", "--dry-run")
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("2_b: one transaction"))
    #expect(lines.contains("    line 1: CREATE TABLE n (id int)"))
    #expect(lines.contains("    line 3: ALTER TABLE a ADD COLUMN c int NOT NULL"))
    #expect(result.output.contains("      ACCESS EXCLUSIVE on `a` (about 1,000 rows, "))
    #expect(result.output.contains("      error[M003]: "))
    #expect(lines.contains("3_c: in parts, since PostgreSQL does not take it as one transaction"))
    #expect(lines.contains("  outside of a transaction"))
    #expect(lines.contains("    line 2: ALTER TABLE a DROP COLUMN b, ALTER COLUMN id TYPE bigint"))
    #expect(result.output.contains("kB), which is read to its end\n"))
    #expect(result.output.contains("kB), which is written anew\n"))
    #expect(lines.contains("      ACCESS EXCLUSIVE on `n` (not there yet)"))
    #expect(lines.last == "2 of 3 migrations are pending; nothing was changed")
    // What is silenced, and what taking the script apart solves.
    let second = result.output.split(separator: "3_c:").first ?? ""
    #expect(!second.contains("M006"))
    #expect(!result.output.contains("M008"))
    #expect(try project.records() == ["1_a|applied 1"])
    #expect(await project.run("migrate", "deploy", "--dry-run").output == result.output)
  }

  @Test func tellsItAsJSON() async throws {
    let project = try await pendingProject()
    let result = await project.run("migrate", "deploy", "--dry-run", "--output", "json")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(value["dryRun"] as? Bool == true)
    #expect(value["migrations"] as? Int == 3)
    #expect(value["createsDatabase"] as? Bool == false)
    let pending = try #require(value["pending"] as? [[String: Any]])
    #expect(pending.map { $0["name"] as? String } == ["2_b", "3_c"])
    #expect(pending.map { $0["runs"] as? String } == ["oneTransaction", "inParts"])
    let statements = try #require(pending.last?["statements"] as? [[String: Any]])
    #expect(statements.map { $0["part"] as? Int } == [0, 1, 1])
    #expect(statements.map { $0["inTransaction"] as? Bool } == [false, true, true])
    #expect(statements.map { $0["rewrites"] as? Bool } == [false, true, false])
    #expect(statements.first?["lock"] as? String == "SHARE UPDATE EXCLUSIVE")
    #expect(statements.first?["file"] as? String == "prisma/migrations/3_c/migration.sql")
    let table = try #require((statements.first?["tables"] as? [[String: Any]])?.first)
    #expect(table["name"] as? String == "a")
    #expect(table["rows"] as? Int == 1000)
    #expect(table["exact"] as? Bool == false)
    #expect((table["bytes"] as? Int ?? 0) > 0)
    let new = try #require((statements.last?["tables"] as? [[String: Any]])?.first)
    #expect(new["exists"] as? Bool == false)
    let hazards = try #require(statements[1]["hazards"] as? [[String: Any]])
    #expect(hazards.contains { $0["code"] as? String == "M001" })
  }

  /// A role that may read needs no more, and the server sees nothing but reads.
  @Test func onlyReads() async throws {
    let server = try TestServer(binaries: try #require(TestServer.binaries))
    let project = try await pendingProject(server: server)
    let database = project.database
    try database.run(
      """
      CREATE ROLE looker LOGIN; GRANT SELECT ON _prisma_migrations TO looker;
      ALTER ROLE looker SET log_statement = 'all'
      """)
    let url = database.url.replacing("postgres@", with: "looker@")
    // Nothing of what a failed one has left needs more.
    try database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('x', 'y', '3_c',
        'prisma-lsp: 0 of 3 statements took effect; sha256 \
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855; statement 1 was begun')
      """)
    let result = await project.run(
      "migrate", "deploy", "--dry-run", variables: ["DATABASE_URL": url])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("2 of 3 migrations are pending"))
    let log = try String(contentsOfFile: "\(server.socketFolder)/log", encoding: .utf8)
    let messages = log.split(separator: "LOG:  statement: ").dropFirst()
      .map { ($0.split(separator: "\n20").first ?? "").trimmingCharacters(in: .newlines) }
    #expect(messages.count >= 4)
    for message in messages {
      #expect(message.hasPrefix("BEGIN READ ONLY;") && message.hasSuffix(";COMMIT"))
      #expect(message.split(separator: "COMMIT").count == 1)
    }
  }

  @Test func makesNothing() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let result = await project.run(
      "migrate", "deploy", "--dry-run",
      variables: ["DATABASE_URL": project.database.url + "&schema=nowhere"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("1 of 1 migrations is pending"))
    #expect(
      try project.database.run(
        """
        SELECT count(*) FROM pg_class WHERE relname = '_prisma_migrations';
        SELECT count(*) FROM pg_namespace WHERE nspname = 'nowhere'
        """) == "0\n0\n")
    let missing = project.database.url.replacing(project.database.name, with: "not_there")
    let created = await project.run(
      "migrate", "deploy", "--dry-run", variables: ["DATABASE_URL": missing])
    #expect(created.exitCode == 0, "\(created.errors)")
    #expect(created.output.contains("The database would be created\n1_a: one transaction\n"))
    #expect(
      try project.database.run("SELECT count(*) FROM pg_database WHERE datname = 'not_there'")
        == "0\n")
  }

  @Test func tellsWhatIsInTheWay() async throws {
    let project = try TestProject()
    try project.database.run("CREATE TABLE legacy (id int)")
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let unknown = await project.run("migrate", "deploy", "--dry-run")
    #expect(unknown.exitCode == 1)
    #expect(unknown.errors.contains("error[P3005]"))
    try project.database.run("DROP TABLE legacy")
    try project.write(
      migration: "2_b",
      "INSERT INTO a VALUES (1);\nCREATE INDEX CONCURRENTLY i ON a (nowhere);\nSELECT 1;\n")
    try project.write(migration: "3_c", "SELECT 1;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 1)
    let failed = await project.run("migrate", "deploy", "--dry-run")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("error[P3009]"))
    #expect(failed.output.contains("1 of 3 migrations is pending"))
    let json = await project.run("migrate", "deploy", "--dry-run", "--output", "json")
    #expect(json.exitCode == 1)
    #expect(json.output.hasPrefix(#"{"error":{"code":"P3009""#))
    #expect(json.output.contains(#""name":"3_c""#))
    // With `--resume` the rest of it is shown too.
    let resumed = await project.run("migrate", "deploy", "--dry-run", "--resume")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(resumed.output.contains("; its first statement took effect\n"))
    #expect(!resumed.output.contains("INSERT INTO a"))
    #expect(resumed.output.contains("    line 2: CREATE INDEX CONCURRENTLY i"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|failed"])
  }
}
