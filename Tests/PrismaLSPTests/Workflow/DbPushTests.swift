import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct DbPushTests {
  @Test(arguments: [5, 6, 7]) func makesTheDatabaseAsTheSchemaIs(_ version: Int) async throws {
    let project = try TestProject(version: version)
    let result = await project.run("db", "push")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.tables() == ["User"])
    let again = await project.run("db", "push")
    #expect(again.output == "The database is as the schema is already\n")
    let json = await project.run("db", "push", "--output", "json")
    #expect(json.output == #"{"reset":false,"statements":[],"warnings":[]}"# + "\n")
  }

  @Test func asksBeforeDataIsLost() async throws {
    let project = try TestProject()
    try project.database.run(
      """
      CREATE TABLE "User" (id serial PRIMARY KEY, email text NOT NULL, gone text);
      CREATE UNIQUE INDEX "User_email_key" ON "User" (email);
      INSERT INTO "User" (email, gone) VALUES ('a', 'x')
      """)
    let refused = await project.run("db", "push")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("--accept-data-loss"))
    let no = await project.run("db", "push", answers: [""])
    #expect(no.exitCode == 130)
    #expect(no.errors.contains("ignore the warnings and go on? (y/N)"))
    #expect(await project.run("db", "push", answers: ["y"]).exitCode == 0)
    try project.database.run("ALTER TABLE \"User\" ADD gone text; UPDATE \"User\" SET gone = 'x'")
    #expect(await project.run("db", "push", "--accept-data-loss").exitCode == 0)
    // Without values nothing is lost.
    try project.database.run("ALTER TABLE \"User\" ADD gone text")
    #expect(await project.run("db", "push").exitCode == 0)
  }

  @Test func tellsWhatRowsPrevent() async throws {
    let project = try TestProject()
    try project.database.run(
      "CREATE TABLE \"User\" (id serial PRIMARY KEY); INSERT INTO \"User\" DEFAULT VALUES")
    let result = await project.run("db", "push", answers: [])
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("`email`"))
    #expect(result.errors.contains("1 row"))
    let reset = await project.run("db", "push", "--force-reset")
    #expect(reset.exitCode == 0, "\(reset.errors)")
    #expect(try project.database.run("SELECT count(*) FROM \"User\"") == "0\n")
  }

  @Test func tellsAStatementThatFails() async throws {
    let project = try TestProject()
    try project.database.run(
      """
      CREATE TABLE "User" (id serial PRIMARY KEY, email text NOT NULL);
      INSERT INTO "User" (email) VALUES ('a'), ('a')
      """)
    let result = await project.run("db", "push", "--accept-data-loss")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[P2002]"))
    #expect(result.errors.contains("CREATE UNIQUE INDEX"))
  }

  @Test func usesTheSchemaOfTheURL() async throws {
    let project = try TestProject()
    let url = project.database.url + "&schema=other"
    let result = await project.run("db", "push", "--url", url)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      try project.database.run("SELECT schemaname FROM pg_tables WHERE tablename = 'User'")
        == "other\n")
    let again = await project.run("db", "push", "--url", url)
    #expect(again.output == "The database is as the schema is already\n")
  }

  @Test func needsAValidSchema() async throws {
    let project = try TestProject(models: "model A {\n  id Nowhere @id\n}\n")
    for command in [["db", "push"], ["migrate", "dev"]] {
      let result = await project.run(words: command)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("error[type-not-found]"))
      #expect(result.errors.contains("[P1012]"))
    }
    #expect(try project.tables() == [])
  }
}
