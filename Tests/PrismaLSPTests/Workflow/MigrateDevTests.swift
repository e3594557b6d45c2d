import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct MigrateDevTests {
  private static let surname = """
    model User {
      id      Int     @id @default(autoincrement())
      email   String  @unique
      surname String?
    }

    """

  /// Without what is different each time: the time at the start of names.
  private func names(_ project: TestProject) -> [String] {
    project.migrations.map { String($0.drop { $0.isNumber }) }
  }

  private func databases(_ project: TestProject) throws -> String {
    try project.database.run(
      "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'")
  }

  // MARK: A migration

  @Test(arguments: [5, 6, 7]) func writesAndAppliesAMigration(_ version: Int) async throws {
    let project = try TestProject(version: version)
    let first = await project.run("migrate", "dev", answers: ["Schema init"])
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.errors.contains("Enter a name for the new migration:"))
    #expect(names(project) == ["_schema_init"])
    let name = try #require(project.migrations.first)
    let script = try project.folder.text("prisma/migrations/\(name)/migration.sql")
    #expect(script.hasPrefix("-- CreateTable\nCREATE TABLE \"User\" ("))
    #expect(try project.records() == ["\(name)|applied 1"])
    #expect(
      try project.folder.text("prisma/migrations/migration_lock.toml")
        .contains("\nprovider = \"postgresql\"\n"))
    let same = await project.run("migrate", "dev")
    #expect(same.exitCode == 0, "\(same.errors)")
    #expect(same.output.contains("Nothing to migrate"))
    try project.write(models: Self.surname)
    let second = await project.run("migrate", "dev", input: "Add surname\n")
    #expect(second.exitCode == 0, "\(second.errors)")
    #expect(names(project) == ["_schema_init", "_add_surname"])
    #expect(await project.run("migrate", "status").exitCode == 0)
    #expect(try project.records().count == 2)
  }

  @Test func asksForNoNameWhereNobodyAnswers() async throws {
    let project = try TestProject()
    #expect(await project.run("migrate", "dev").exitCode == 0)
    #expect(names(project) == [""])
    try project.write(models: Self.surname)
    let inCI = await project.run("migrate", "dev", answers: [], variables: ["CI": "true"])
    #expect(inCI.exitCode == 0)
    #expect(!inCI.errors.contains("Enter a name"))
    #expect(names(project) == ["", ""])
    try project.write(models: TestProject.models)
    let cancelled = await project.run("migrate", "dev", answers: [nil])
    #expect(cancelled.exitCode == 130)
    #expect(names(project) == ["", ""])
  }

  @Test func onlyCreatesAMigration() async throws {
    let project = try TestProject()
    let result = await project.run("migrate", "dev", "--create-only", "--name", "init")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(names(project) == ["_init"])
    #expect(try project.tables() == [])
    // The next one applies it, and has nothing to write.
    #expect(await project.run("migrate", "dev").exitCode == 0)
    #expect(try project.tables() == ["User"])
    #expect(await project.run("migrate", "dev", "--create-only", "-n", "empty").exitCode == 0)
    let name = try #require(project.migrations.last)
    #expect(
      try project.folder.text("prisma/migrations/\(name)/migration.sql")
        == "-- This is an empty migration.")
    #expect(await project.run("migrate", "dev").exitCode == 0)
    #expect(try project.records().count == 2)
  }

  @Test func writesJSON() async throws {
    let project = try TestProject()
    let result = await project.run("migrate", "dev", "--output", "json", "--name", "init")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let created = try #require(value?["created"] as? [String: Any])
    let name = try #require(created["name"] as? String)
    #expect(name.hasSuffix("_init"))
    #expect(value?["applied"] as? [String] == [name])
    try project.database.run("CREATE TABLE extra (id int)")
    let drift = await project.run("migrate", "dev", "--output", "json")
    #expect(drift.exitCode == 130)
    let document =
      try JSONSerialization.jsonObject(with: Data(drift.output.utf8)) as? [String: Any]
    let reasons = try #require(document?["resetReasons"] as? [[String: Any]])
    #expect(reasons.map { $0["kind"] as? String } == ["drift"])
    #expect(document?["error"] != nil)
  }

  // MARK: Data

  @Test func asksBeforeDataIsLost() async throws {
    let project = try TestProject(models: Self.surname)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run(
      "INSERT INTO \"User\" (email, surname) VALUES ('a', 'A'), ('b', NULL)")
    try project.write(models: TestProject.models)
    let refused = await project.run("migrate", "dev", "-n", "drop")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("`surname`"))
    let no = await project.run("migrate", "dev", "-n", "drop", answers: ["n"])
    #expect(no.exitCode == 130)
    #expect(no.errors.contains("1 value"))
    #expect(no.errors.contains("Are you sure you want to create and apply this migration? (y/N)"))
    #expect(names(project) == ["_init"])
    let yes = await project.run("migrate", "dev", "-n", "drop", answers: ["y"])
    #expect(yes.exitCode == 0, "\(yes.errors)")
    let script = try project.folder.text(
      "prisma/migrations/\(try #require(project.migrations.last))/migration.sql")
    #expect(script.hasPrefix("/*\n  Warnings:\n\n  - "))
    #expect(
      script.hasSuffix("\n*/\n-- AlterTable\nALTER TABLE \"User\" DROP COLUMN \"surname\";\n"))
  }

  @Test func stopsWhereRowsStandInTheWay() async throws {
    let project = try TestProject()
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run("INSERT INTO \"User\" (email) VALUES ('a')")
    try project.write(
      models: Self.surname.replacing("surname String?", with: "surname String"))
    let result = await project.run("migrate", "dev", "-n", "x", answers: [])
    #expect(result.exitCode == 1)
    #expect(!result.errors.contains("step "))
    #expect(result.errors.contains("1 row"))
    #expect(names(project) == ["_init"])
    let only = await project.run("migrate", "dev", "-n", "x", "--create-only")
    #expect(only.exitCode == 0, "\(only.errors)")
    #expect(names(project) == ["_init", "_x"])
  }

  // MARK: Resets

  @Test(arguments: [6, 7]) func tellsWhyADatabaseCannotFollow(_ version: Int) async throws {
    let project = try TestProject(version: version)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    let name = try #require(project.migrations.first)
    try project.database.run("ALTER TABLE \"User\" ADD \"byHand\" int")
    let drift = await project.run("migrate", "dev", "-n", "x", answers: [])
    #expect(drift.exitCode == 130)
    #expect(drift.output.contains("[*] Changed the `User` table\n  [+] Added column `byHand`\n"))
    #expect(drift.output.contains("prisma-lsp db pull"))
    #expect(drift.errors.contains("prisma-lsp migrate reset"))
    try project.database.run("ALTER TABLE \"User\" DROP \"byHand\"")
    let path = "prisma/migrations/\(name)/migration.sql"
    let script = try project.folder.text(path)
    try project.folder.write(script.replacing("\n", with: "\r\n"), to: path)
    #expect(await project.run("migrate", "dev").exitCode == 0)
    try project.folder.write(script + "-- more\n", to: path)
    let edited = await project.run("migrate", "dev")
    #expect(edited.exitCode == 130)
    #expect(edited.output.contains("`\(name)` was changed after it was applied"))
    try project.folder.write(script, to: path)
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
        VALUES ('x', 'y', now(), '2_elsewhere')
      """)
    let missing = await project.run("migrate", "dev")
    #expect(missing.exitCode == 130)
    #expect(missing.output.contains("not in the folder: `2_elsewhere`"))
    #expect(names(project) == ["_init"])
  }

  @Test func tellsADatabaseThatNobodyMigrated() async throws {
    let project = try TestProject()
    try project.database.run("CREATE TABLE legacy (id int)")
    let result = await project.run("migrate", "dev", "-n", "x")
    #expect(result.exitCode == 130)
    #expect(result.output.contains("[+] Added tables\n  - legacy\n"))
    #expect(try project.tables() == ["legacy"])
    #expect(project.migrations == [])
  }

  @Test func offersAResetForFive() async throws {
    let project = try TestProject(version: 5)
    try project.database.run("CREATE TABLE legacy (id int)")
    #expect(await project.run("migrate", "dev", "-n", "x").exitCode == 1)
    let no = await project.run("migrate", "dev", "-n", "x", answers: ["n"])
    #expect(no.exitCode == 130)
    #expect(no.errors.contains("continue? (y/N)"))
    #expect(try project.tables() == ["legacy"])
    let yes = await project.run("migrate", "dev", "-n", "x", answers: ["yes"])
    #expect(yes.exitCode == 0, "\(yes.errors)")
    #expect(try project.tables() == ["User"])
  }

  // MARK: The shadow database

  @Test func tellsAMigrationThatDoesNotRun() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a", "CREATE TABLE a (id int);\nINSERT INTO nowhere VALUES (1);\n")
    let result = await project.run("migrate", "dev", "-n", "x")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[P3006]: the migration `1_a`"))
    #expect(result.errors.contains("  2  INSERT INTO nowhere"))
    #expect(try project.tables() == [])
  }

  @Test func dropsTheShadowDatabase() async throws {
    // A server of its own, since other tests have such databases too.
    let server = try TestServer(binaries: try #require(TestServer.binaries))
    let project = try TestProject(server: server)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    #expect(try databases(project) == "")
    try project.write(migration: "3_a", "INSERT INTO nowhere VALUES (1);\n")
    #expect(await project.run("migrate", "dev").exitCode == 1)
    #expect(try databases(project) == "")
    try project.write(migration: "3_a", "SELECT pg_sleep(60);\n")
    let work = Task { await project.run("migrate", "dev").exitCode }
    while try databases(project) == "" { try await Task.sleep(for: .milliseconds(20)) }
    work.cancel()
    #expect(await work.value == 130)
    #expect(try databases(project) == "")
  }

  @Test func doesNotWaitForTheDiskOfTheShadowDatabase() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      """
      DO $$ BEGIN
        IF current_database() LIKE 'prisma_migrate_shadow%' <> EXISTS (SELECT 1 FROM pg_settings
          WHERE name = 'synchronous_commit' AND setting = 'off' AND source = 'database') THEN
          RAISE '%', current_database();
        END IF;
      END $$;

      """)
    let result = await project.run("migrate", "dev", "-n", "x")
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  @Test func usesTheShadowDatabaseThatIsNamed() async throws {
    let project = try TestProject()
    let shadow = try #require(TestServer.shared).makeDatabase()
    try shadow.run("CREATE TABLE leftover (id int)")
    let result = await project.run(
      "migrate", "dev", "-n", "x", "--shadow-database-url", shadow.url)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try shadow.run("SELECT count(*) FROM pg_tables WHERE tablename = 'leftover'") == "0\n")
    let itself = await project.run(
      "migrate", "dev", "-n", "x", "--shadow-database-url", project.database.url)
    #expect(itself.exitCode == 1)
    #expect(itself.errors.contains("would be emptied"))
    #expect(try project.tables() == ["User"])
  }

  @Test func tellsAUserWhoMayNotCreateDatabases() async throws {
    let project = try TestProject()
    let database = project.database
    let role = "s" + database.name.replacing("-", with: "_")
    try database.run("CREATE ROLE \(role) LOGIN; GRANT ALL ON SCHEMA public TO \(role)")
    let url = "postgresql://\(role)@localhost/\(database.name)?host=\(database.socketFolder)"
    let result = await project.run("migrate", "dev", "-n", "x", variables: ["DATABASE_URL": url])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("without a shadow database"))
    #expect(try project.tables() == ["User"])
    try project.write(models: Self.surname)
    let second = await project.run("migrate", "dev", "-n", "y", variables: ["DATABASE_URL": url])
    #expect(second.exitCode == 0, "\(second.errors)")
    #expect(names(project) == ["_x", "_y"])
    let same = await project.run("migrate", "dev", variables: ["DATABASE_URL": url])
    #expect(same.output.contains("Nothing to migrate"), "\(same.errors)")
    try database.run("DROP OWNED BY \(role); DROP ROLE \(role)")
  }

  // MARK: Faults

  @Test func leavesNoHalfMigrationOnAFullDisk() async throws {
    let project = try TestProject()
    try project.folder.write("", to: "prisma/migrations/migration_lock.toml.bak")
    // Nobody can make a folder there, root neither.
    try project.folder.write("x", to: "file")
    try project.folder.write(
      "export default { migrations: { path: 'file/migrations' } }\n", to: "prisma.config.ts")
    let result = await project.run("migrate", "dev", "-n", "x")
    #expect(result.exitCode == 1)
    #expect(try project.tables() == [])
  }
}
