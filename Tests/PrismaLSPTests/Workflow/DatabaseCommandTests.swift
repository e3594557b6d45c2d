import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct DatabaseCommandTests {
  // MARK: Execute

  @Test func executesAScript() async throws {
    let project = try TestProject()
    let url = project.database.url
    let input = await project.run(
      "db", "execute", "--stdin", "--url", url, input: "CREATE TABLE a (id int);\n")
    #expect(input.exitCode == 0, "\(input.errors)")
    try project.folder.write("CREATE TABLE b (id int);\nSELECT 1;\n", to: "x.sql")
    let file = await project.run("db", "execute", "--file", "x.sql", "--schema", "prisma")
    #expect(file.exitCode == 0, "\(file.errors)")
    #expect(try project.tables() == ["a", "b"])
    let half = await project.run(
      "db", "execute", "--stdin", "--url", url,
      input: "CREATE TABLE c (id int);\nCREATE TABLE c (id int);\n")
    #expect(half.exitCode == 1)
    #expect(half.errors.contains("42P07"))
    #expect(try project.tables() == ["a", "b"])
  }

  @Test func wantsToBeToldWhatAndWhere() async throws {
    let project = try TestProject()
    let seven = try TestProject(version: 7)
    #expect(await project.run("db", "execute", "--stdin", input: "SELECT 1").exitCode == 1)
    #expect(await seven.run("db", "execute", "--stdin", input: "SELECT 1").exitCode == 0)
    #expect(await seven.run("db", "execute").exitCode == 1)
    #expect(await seven.run("db", "execute", "--stdin", "--file", "x.sql").exitCode == 1)
    let missing = await seven.run("db", "execute", "--file", "x.sql")
    #expect(missing.errors.contains("`"))
    #expect(missing.exitCode == 1)
  }

  // MARK: Seed

  @Test func seeds() async throws {
    let project = try TestProject()
    let nothing = await project.run("db", "seed")
    #expect(nothing.exitCode == 0)
    #expect(nothing.output.contains("`package.json`"))
    try project.folder.write(
      #"{"prisma":{"seed":"echo $FROM_FILE >out; echo"}}"#, to: "package.json")
    try project.folder.write("FROM_FILE=found\n", to: ".env")
    let result = await project.run("db", "seed", "--", "--foo", "a b")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.folder.text("out") == "found\n")
    try project.folder.write(#"{"prisma":{"seed":"exit 3"}}"#, to: "package.json")
    let failed = await project.run("db", "seed")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("exit code 3"))
    let five = try TestProject(version: 5)
    #expect(await five.run("db", "seed").exitCode == 1)
  }

  // MARK: Reset

  @Test func resets() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try project.database.run("CREATE TABLE legacy (id int); CREATE VIEW v AS SELECT * FROM legacy")
    let refused = await project.run("migrate", "reset")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("--force"))
    let no = await project.run("migrate", "reset", answers: ["n"])
    #expect(no.exitCode == 130)
    #expect(no.errors.contains("continue? (y/N)"))
    #expect(await project.run("migrate", "reset", answers: [nil]).exitCode == 130)
    #expect(
      await project.run("migrate", "reset", answers: ["y"], variables: ["CI": "1"]).exitCode == 1)
    #expect(try project.tables() == ["legacy"])
    let yes = await project.run("migrate", "reset", answers: ["y"])
    #expect(yes.exitCode == 0, "\(yes.errors)")
    #expect(try project.tables() == ["a"])
    #expect(try project.records() == ["1_a|applied 1"])
    try project.folder.write(#"{"prisma":{"seed":"echo seeded >out"}}"#, to: "package.json")
    #expect(await project.run("migrate", "reset", "--force").exitCode == 0)
    #expect(try project.folder.text("out") == "seeded\n")
    try project.folder.write(#"{"prisma":{"seed":"exit 1"}}"#, to: "package.json")
    #expect(await project.run("migrate", "reset", "-f").exitCode == 1)
    #expect(await project.run("migrate", "reset", "-f", "--skip-seed").exitCode == 0)
  }

  @Test func leavesOutWhatSevenDoesNotDo() async throws {
    let project = try TestProject(version: 7)
    try project.folder.write(#"{"prisma":{"seed":"exit 1"}}"#, to: "package.json")
    #expect(await project.run("migrate", "reset", "-f").exitCode == 0)
    let refused = await project.run("migrate", "reset", "-f", "--skip-seed")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("`--skip-seed`"))
  }

  @Test func resetsWhatAUserMayNotDrop() async throws {
    let project = try TestProject()
    let database = project.database
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let role = "r" + database.name.replacing("-", with: "_")
    try database.run(
      """
      CREATE ROLE \(role) LOGIN; GRANT CREATE, USAGE ON SCHEMA public TO \(role);
      SET ROLE \(role); CREATE TABLE legacy (id serial); CREATE TYPE e AS ENUM ('x');
      CREATE VIEW v AS SELECT * FROM legacy
      """)
    let url = "postgresql://\(role)@localhost/\(database.name)?host=\(database.socketFolder)"
    let result = await project.run("migrate", "reset", "-f", variables: ["DATABASE_URL": url])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.tables() == ["a"])
    #expect(try database.run("SELECT count(*) FROM pg_type WHERE typname = 'e'") == "0\n")
    try database.run("CREATE TABLE other (id int)")
    let failed = await project.run("migrate", "reset", "-f", variables: ["DATABASE_URL": url])
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("error[P3016]"))
    try database.run("DROP OWNED BY \(role); DROP ROLE \(role)")
  }
}
