import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct ExternalTableTests {
  private static let models = """
    model Account {
      id    Int    @id
      email String
      notes Note[]

      @@map("accounts")
    }

    model Note {
      id        Int     @id
      account   Account @relation(fields: [accountId], references: [id])
      accountId Int
    }

    """

  /// A project beside a table that is not its own, and not as its schema says.
  private func project() throws -> TestProject {
    let project = try TestProject(version: 7, models: Self.models)
    try project.folder.write(
      """
      export default {
        schema: "prisma/schema.prisma",
        experimental: { externalTables: true },
        migrations: {
          path: "prisma/migrations",
          initShadowDb: `CREATE TABLE public.accounts (id INTEGER PRIMARY KEY);`,
        },
        tables: { external: ["public.accounts"] },
        datasource: { url: process.env["DATABASE_URL"] },
      }

      """, to: "prisma.config.ts")
    try project.database.run("CREATE TABLE accounts (id integer PRIMARY KEY, other text)")
    return project
  }

  @Test func migrationsLeaveThemAloneAndReferToThem() async throws {
    let project = try project()
    let first = await project.run("migrate", "dev", "--name", "init")
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(try project.tables() == ["Note", "accounts"])
    let name = try #require(project.migrations.first)
    let script = try project.folder.text("prisma/migrations/\(name)/migration.sql")
    #expect(script.contains("REFERENCES \"accounts\"(\"id\")"))
    #expect(!script.contains("CREATE TABLE \"accounts\""))
    let again = await project.run("migrate", "dev")
    #expect(again.output.contains("Nothing to migrate"), "\(again.errors)")
    #expect(await project.run("migrate", "status").exitCode == 0)
    #expect(
      await project.run("db", "push").output == "The database is as the schema is already\n")
    let down = await project.run("migrate", "down", "--force")
    #expect(down.exitCode == 0, "\(down.errors)")
    #expect(try project.tables() == ["accounts"])
    #expect(await project.run("migrate", "deploy").exitCode == 0)
  }

  @Test func pushLeavesThemAlone() async throws {
    let project = try project()
    let result = await project.run("db", "push")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.tables() == ["Note", "accounts"])
    #expect(
      try project.database.run(
        "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attnum > 0 "
          + "AND attrelid = 'accounts'::regclass"
      ).hasPrefix("id other"))
  }
}
