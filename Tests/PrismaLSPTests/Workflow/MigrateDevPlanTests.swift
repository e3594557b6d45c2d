import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

/// `migrate dev` with `--plan online` and `--rename`.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct MigrateDevPlanTests {
  private static let before = """
    model User {
      id    Int    @id @default(autoincrement())
      email String
      old   Int?
    }

    """
  private static let after = """
    model User {
      id     Int    @id @default(autoincrement())
      email  String
      n      Int    @default(5)
      postId Int?
      post   Post?  @relation(fields: [postId], references: [id])
      @@index([email])
    }

    model Post {
      id    Int    @id
      users User[]
    }

    """

  /// The names of the migrations without the time at their start.
  private func names(_ project: TestProject) -> [String] {
    project.migrations.map { String($0.drop { $0.isNumber }) }
  }

  private static let parts = [
    "_init", "_more_expand", "_more_index_user_email_idx", "_more_constrain", "_more_validate",
    "_more_contract",
  ]

  @Test(arguments: [5, 6, 7]) func writesSeveralMigrations(_ version: Int) async throws {
    let project = try TestProject(version: version, models: Self.before)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run("INSERT INTO \"User\" (email) VALUES ('a')")
    try project.write(models: Self.after)
    let result = await project.run("migrate", "dev", "-n", "more", "--plan", "online")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(names(project) == Self.parts)
    #expect(try project.records() == project.migrations.map { "\($0)|applied 1" })
    let index = try project.folder.text(
      "prisma/migrations/\(project.migrations[2])/migration.sql")
    #expect(
      index.hasSuffix("CREATE INDEX CONCURRENTLY \"User_email_idx\" ON \"User\"(\"email\");\n"))
    // It has led to the schema, and so does the folder.
    let same = await project.run("migrate", "dev")
    #expect(same.output.contains("Nothing to migrate"), "\(same.errors)")
    let difference = await project.run(
      "migrate", "diff", "--from-url", project.database.url, "--to-schema",
      "prisma/schema.prisma")
    #expect(difference.output.contains("No difference"), "\(difference.output)")
    #expect(try project.database.run("SELECT n FROM \"User\"") == "5\n")
  }

  @Test func asksAboutNothingThatIsKept() async throws {
    let project = try TestProject(models: Self.before)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run("INSERT INTO \"User\" (email, old) VALUES ('7', 1)")
    try project.write(
      models: Self.before.replacing("id    Int ", with: "id    BigInt ")
        .replacing("email String", with: "email Int"))
    let result = await project.run("migrate", "dev", "-n", "more", "--plan", "online")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.database.run("SELECT id, email FROM \"User\"") == "1|7\n")
    #expect(await project.run("migrate", "dev").output.contains("Nothing to migrate"))
  }

  @Test func onlyCreatesThem() async throws {
    let project = try TestProject(models: Self.before)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.write(models: Self.after)
    let result = await project.run(
      "migrate", "dev", "-n", "more", "--plan", "online", "--create-only")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("Apply them with"))
    #expect(names(project) == Self.parts)
    #expect(try project.records().count == 1)
    #expect(await project.run("migrate", "dev").exitCode == 0)
    #expect(try project.records().count == 6)
    let empty = await project.run(
      "migrate", "dev", "-n", "", "--plan=online", "--create-only", "--output", "json")
    let value = try JSONSerialization.jsonObject(with: Data(empty.output.utf8)) as? [String: Any]
    #expect((value?["allCreated"] as? [Any])?.count == 1)
    #expect(
      try project.folder.text(
        "prisma/migrations/\(try #require(project.migrations.last))/migration.sql")
        == "-- This is an empty migration.")
  }

  @Test func takesNoMigrationsForASmallChange() async throws {
    let project = try TestProject(models: Self.before)
    let result = await project.run(
      "migrate", "dev", "-n", "init", "--plan", "online", "--output", "json")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(names(project) == ["_init"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((value?["created"] as? [String: Any])?["name"] as? String == project.migrations.first)
    #expect((value?["allCreated"] as? [Any])?.count == 1)
  }

  @Test func renamesWhatIsNamed() async throws {
    let project = try TestProject(models: Self.before)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run("INSERT INTO \"User\" (email) VALUES ('a')")
    try project.write(
      models: Self.before.replacing("email", with: "mail ").replacing("User", with: "Person"))
    let renames = ["--rename", "User.email=mail", "--rename", "User=Person"]
    let unknown = await project.run(words: ["migrate", "dev", "-n", "x", "--rename", "User.x=y"])
    #expect(unknown.exitCode == 1)
    #expect(unknown.errors.contains("no column `x`"))
    let result = await project.run(words: ["migrate", "dev", "-n", "x"] + renames)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.database.run("SELECT mail FROM \"Person\"") == "a\n")
    #expect(await project.run("migrate", "dev").output.contains("Nothing to migrate"))
  }

  @Test func countsByTheNamesBeforeARename() async throws {
    let project = try TestProject(models: Self.before)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.database.run("INSERT INTO \"User\" (email) VALUES ('a'), ('b')")
    try project.write(models: "model Person {\n  id Int @id @default(autoincrement())\n}\n")
    let rename = ["--rename", "User=Person"]
    let refused = await project.run(words: ["migrate", "dev", "-n", "x"] + rename)
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("`email` of `Person` goes with its 2 values"))
    #expect(!refused.errors.contains("`old`"), "it has no values")
  }
}
