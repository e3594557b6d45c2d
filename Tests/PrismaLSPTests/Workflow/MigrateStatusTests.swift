import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct MigrateStatusTests {
  private func status(_ project: TestProject) async throws -> (code: Int32, status: String?) {
    let result = await project.run("migrate", "status", "--output", "json")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return (result.exitCode, value?["status"] as? String)
  }

  @Test func tellsHowFolderAndDatabaseLie() async throws {
    let project = try TestProject()
    #expect(try await status(project) == (0, "upToDate"))
    try project.database.run("CREATE TABLE legacy (id int)")
    #expect(try await status(project) == (1, "unmanaged"))
    try project.database.run("DROP TABLE legacy")
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    #expect(try await status(project) == (1, "behind"))
    let behind = await project.run("migrate", "status")
    #expect(behind.output.contains("Not applied yet:\n  1_a\n"))
    _ = await project.run("migrate", "deploy")
    #expect(try await status(project) == (0, "upToDate"))
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
        VALUES ('x', 'y', now(), '2_elsewhere')
      """)
    // What is only in the database is no fault of it.
    #expect(try await status(project) == (0, "upToDate"))
    let ahead = await project.run("migrate", "status")
    #expect(ahead.errors.contains("`2_elsewhere` is applied, but missing in the folder"))
    try project.write(migration: "3_c", "SELECT 1;\n")
    #expect(try await status(project) == (1, "diverged"))
    let diverged = await project.run("migrate", "status")
    #expect(diverged.output.contains("The last migration that both have: 1_a\n"))
    #expect(diverged.output.contains("Only in the database, not in the folder:\n  2_elsewhere\n"))
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(migration: "4_d", "SELEC 1;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 1)
    #expect(try await status(project) == (1, "failed"))
    #expect(await project.run("migrate", "status").output.contains("\n  4_d\n"))
  }

  @Test func changesNothing() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    // The lines with a backslash are different each time.
    func dump() throws -> [Substring] {
      try project.database.dump().split(separator: "\n").filter { !$0.hasPrefix("\\") }
    }
    let before = try dump()
    #expect(
      await project.run(
        "migrate", "status", variables: ["DATABASE_URL": project.database.url + "&schema=nowhere"]
      ).exitCode == 1)
    #expect(try dump() == before)
  }

  @Test func describesEachMigration() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try project.write(migration: "2_b", "SELECT 1;\r\n")
    _ = await project.run("migrate", "deploy")
    try project.write(migration: "1_a", "CREATE TABLE a (id bigint);\n")
    // Other line ends are no change.
    try project.write(migration: "2_b", "SELECT 1;\n")
    try project.write(migration: "3_c", "SELECT 1;\n")
    let result = await project.run("migrate", "status", "--output", "json")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let migrations = try #require(value?["migrations"] as? [[String: Any]])
    #expect(migrations.map { $0["name"] as? String } == ["1_a", "2_b", "3_c"])
    #expect(migrations.map { $0["state"] as? String } == ["applied", "applied", "pending"])
    #expect(migrations.map { $0["edited"] as? Bool } == [true, false, false])
    let text = await project.run("migrate", "status")
    #expect(text.errors.contains("`1_a` was changed after it was applied"))
  }

  // MARK: Resolving

  @Test func makesABaseline() async throws {
    let project = try TestProject()
    try project.database.run("CREATE TABLE a (id int)")
    try project.write(migration: "0_init", "CREATE TABLE a (id int);\n")
    let result = await project.run("migrate", "resolve", "--applied", "0_init")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records() == ["0_init|applied 0"])
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    let again = await project.run("migrate", "resolve", "--applied", "0_init")
    #expect(again.errors.contains("error[P3008]"))
    let path = await project.run("migrate", "resolve", "--applied", "prisma/migrations/0_init")
    #expect(path.errors.contains("error[P3017]"))
    let failed = await project.run("migrate", "resolve", "--rolled-back", "0_init")
    #expect(failed.errors.contains("error[P3012]"))
    let unknown = await project.run("migrate", "resolve", "--rolled-back", "nowhere")
    #expect(unknown.errors.contains("error[P3011]"))
    for words in [[], ["--applied", "a", "--rolled-back", "b"]] {
      #expect(await project.run(words: ["migrate", "resolve"] + words).exitCode == 1)
    }
  }

  @Test func recordsWhatBecameOfAFailure() async throws {
    let project = try TestProject()
    #expect(
      await project.run("migrate", "resolve", "--rolled-back", "1_a").errors
        .contains("no migration was ever applied"))
    try project.write(migration: "1_a", "SELEC 1;\n")
    _ = await project.run("migrate", "deploy")
    #expect(await project.run("migrate", "resolve", "--rolled-back", "1_a").exitCode == 0)
    #expect(await project.run("migrate", "resolve", "--rolled-back", "1_a").exitCode == 0)
    #expect(try project.records() == ["1_a|rolled back"])
    #expect(try await status(project) == (1, "behind"))
    _ = await project.run("migrate", "deploy")
    #expect(await project.run("migrate", "resolve", "--applied", "1_a").exitCode == 0)
    #expect(try project.records() == ["1_a|rolled back", "1_a|rolled back", "1_a|applied 0"])
    #expect(try await status(project) == (0, "upToDate"))
  }
}
