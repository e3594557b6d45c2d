import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct SizeTests {
  @Test func appliesALargeMigration() async throws {
    let project = try TestProject()
    let row = "INSERT INTO a VALUES ('\(String(repeating: "x", count: 1000))');\n"
    let size = ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 2 : 50
    let count = size * 1_000_000 / row.utf8.count
    try project.write(
      migration: "1_a", "CREATE TABLE a (t text);\n" + String(repeating: row, count: count))
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors.prefix(300))")
    #expect(try project.database.run("SELECT count(*) FROM a") == "\(count)\n")
    #expect(await project.run("migrate", "status").exitCode == 0)
  }

  @Test func appliesManyMigrations() async throws {
    let project = try TestProject()
    let count = ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 300 : 5000
    for number in 1...count {
      try project.write(
        migration: "\(20_240_101_000_000 + number)_m", "CREATE TABLE t\(number) (id int);\n")
    }
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.records().count == count)
    #expect(try project.tables().count == count)
    #expect(await project.run("migrate", "status").exitCode == 0)
  }

  @Test func survivesOddContents() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    try project.folder.write("x", to: "prisma/migrations/notes.md")
    try project.folder.write("", to: "prisma/migrations/empty_script/migration.sql")
    try project.folder.write("-- only a comment", to: "prisma/migrations/日本/migration.sql")
    try project.folder.link("prisma/migrations/linked", to: "1_a")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      try project.records().map { String($0.prefix { $0 != "|" }) }
        == ["1_a", "empty_script", "日本"])
    try project.folder.write("SELECT 1;\0", to: "prisma/migrations/z/migration.sql")
    let broken = await project.run("migrate", "deploy")
    #expect(broken.exitCode == 1)
    #expect(broken.errors.contains("no UTF-8 text"))
  }
}
