import Foundation
import Testing

@testable import PrismaLSP

@Suite struct MigrateDiffCommandTests {
  private let source = "datasource db {\n  provider = \"postgresql\"\n}\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(source + "model A {\n  id Int @id\n  a Int\n}\n", to: "old.prisma")
    try folder.write(source + "model A {\n  id Int @id\n  b Int?\n}\n", to: "new.prisma")
    return folder
  }

  @Test func printsTheScript() async throws {
    let result = try await folder().run(
      "migrate", "diff", "--from-schema", "old.prisma", "--to-schema", "new.prisma", "--script")
    #expect(
      result.output
        == "-- AlterTable\nALTER TABLE \"A\" DROP COLUMN \"a\",\nADD COLUMN     \"b\" INTEGER;\n")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
  }

  @Test func tellsTheDifferenceInWordsAndByItsExitCode() async throws {
    let folder = try folder()
    let result = await folder.run(
      "migrate", "diff", "--from-schema-datamodel", "old.prisma", "--to-schema-datamodel",
      "new.prisma", "--exit-code")
    #expect(
      result.output
        == "\n[*] Changed the `A` table\n  [-] Removed column `a`\n  [+] Added column `b`\n")
    #expect(result.exitCode == 2)
    let same = await folder.run(
      "migrate", "diff", "--from-schema", "old.prisma", "--to-schema", "old.prisma", "--exit-code")
    #expect(same.output == "No difference detected.\n")
    #expect(same.exitCode == 0)
  }

  @Test func printsJSON() async throws {
    let output = try await folder().run(
      "migrate", "diff", "--from-schema", "old.prisma", "--to-schema", "new.prisma", "--output",
      "json"
    ).output
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let statement = try #require((value?["statements"] as? [[String: Any]])?.first)
    #expect(statement["lock"] as? String == "ACCESS EXCLUSIVE")
    #expect(statement["lockedTables"] as? [String] == ["A"])
    let hazards = try #require(statement["hazards"] as? [[String: Any]])
    #expect(hazards.compactMap { $0["code"] as? String } == ["M006", "M001", "M002"])
    #expect(
      (value?["warnings"] as? [[String: Any]])?.first?["kind"] as? String == "dropColumn")
    #expect((value?["unexecutable"] as? [Any])?.isEmpty == true)
    #expect((value?["summary"] as? [[String: Any]])?.first?["name"] as? String == "A")
  }

  @Test(arguments: [
    ("cockroachdb", "ALTER TABLE \"A\" DROP COLUMN \"a\""), ("sqlite", "DROP TABLE \"A\""),
  ])
  func knowsOtherDatabases(_ provider: String, _ statement: String) async throws {
    let folder = try TemporaryFolder()
    let source = "datasource db {\n  provider = \"\(provider)\"\n}\n"
    try folder.write(source + "model A {\n  id Int @id\n  a Int\n}\n", to: "old.prisma")
    try folder.write(source + "model A {\n  id Int @id\n}\n", to: "new.prisma")
    func output(_ options: String...) async -> String {
      let sides = ["--from-schema", "old.prisma", "--to-schema", "new.prisma"]
      return await folder.run(words: ["migrate", "diff"] + sides + options).output
    }
    #expect(await output("--script").contains("\n\(statement);\n"))
    #expect(await output().contains("`A`"))
    let json = try JSONSerialization.jsonObject(with: Data(await output("--output", "json").utf8))
    let value = try #require(json as? [String: Any])
    #expect((value["warnings"] as? [[String: Any]])?.first?["kind"] as? String == "dropColumn")
    let statements = try #require(value["statements"] as? [[String: Any]])
    #expect(statements.contains { $0["sql"] as? String == statement })
    #expect(statements.allSatisfy { $0["lock"] is NSNull })
    let hazards = statements.flatMap { $0["hazards"] as? [[String: Any]] ?? [] }
    #expect(hazards.contains { $0["code"] as? String == "M001" })
    #expect(!hazards.contains { $0["code"] as? String == "M006" })
  }

  @Test func writesToAFile() async throws {
    let folder = try folder()
    for option in ["-o", "--output"] {
      let result = await folder.run(
        "migrate", "diff", "--from-empty", "--to-schema", "new.prisma", "--script", option,
        "sub/\(option.count).sql")
      #expect(result.output == "")
      #expect(result.exitCode == 0)
      let text = try folder.text("sub/\(option.count).sql")
      #expect(text.hasPrefix("-- CreateSchema\n"))
    }
  }

  @Test func printsWhatEarlierVersionsPrint() async throws {
    let output = try await folder().run(
      "migrate", "diff", "--from-empty", "--to-schema", "new.prisma", "--script", "--sql-profile",
      "6.12"
    ).output
    #expect(output.hasPrefix("-- CreateTable\n"))
  }

  @Test func startsFromMigrations() async throws {
    let folder = try folder()
    try folder.write(
      "CREATE TABLE \"A\" (\"id\" INTEGER NOT NULL,\n CONSTRAINT \"A_pkey\" PRIMARY KEY (\"id\"));\n"
        + "CREATE SOMETHING new;\n", to: "migrations/20240101000000_init/migration.sql")
    try folder.write(
      "ALTER TABLE \"A\" ADD COLUMN \"a\" INTEGER NOT NULL;",
      to: "migrations/20240102000000_a/migration.sql")
    try folder.write("provider = \"postgresql\"\n", to: "migrations/migration_lock.toml")
    let result = await folder.run(
      "migrate", "diff", "--from-migrations", "migrations", "--to-schema", "new.prisma", "--script")
    #expect(
      result.output
        == "-- AlterTable\nALTER TABLE \"A\" DROP COLUMN \"a\",\nADD COLUMN     \"b\" INTEGER;\n")
    #expect(result.errors.hasPrefix("migrations/20240101000000_init/migration.sql:3: "))
    #expect(result.exitCode == 0)
    let same = await folder.run(
      "migrate", "diff", "--from-migrations", "migrations", "--to-schema", "old.prisma")
    #expect(same.output == "No difference detected.\n")
    let back = await folder.run(
      "migrate", "diff", "--from-empty", "--to-migrations", "migrations", "--script")
    #expect(back.output.contains("CREATE TABLE \"public\".\"A\" (\n"))
  }

  @Test func saysWhatIsWrongWithMigrations() async throws {
    let folder = try folder()
    func failure(_ code: String?, to side: [String] = ["--to-schema", "new.prisma"]) async -> String
    {
      let result = await folder.run(
        words: ["migrate", "diff", "--from-migrations", "migrations", "--output", "json"] + side)
      #expect(result.exitCode == 1)
      #expect(result.output.contains(code.map { "\"code\":\"\($0)\"" } ?? "\"code\":null"))
      return result.output
    }
    #expect(await failure(nil).contains("no folder of migrations at `migrations`"))
    try folder.write("ALTER TABLE \"B\" ADD a int;", to: "migrations/1_a/migration.sql")
    #expect(await failure("P3006").contains("`migrations/1_a/migration.sql`, line 1"))
    try folder.write("", to: "migrations/2_b/note.txt")
    #expect(await failure("P3015").contains("`2_b`"))
    try folder.write("provider = \"sqlite\"\n", to: "migrations/migration_lock.toml")
    #expect(await failure("P3019").contains("`sqlite`"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "migrations/2_b"))
    #expect(
      await failure(nil, to: ["--to-empty"]).contains("can't be replayed without a database"))
  }

  @Test func saysWhatIsMissingOrWrong() async throws {
    let folder = try folder()
    try folder.write(source + "model A {\n  id Strin @id\n}\n", to: "broken.prisma")
    try folder.write("datasource db {\n  provider = \"mongodb\"\n}\n", to: "mongo.prisma")
    try folder.write("model A {\n  id Int @id\n}\n", to: "none.prisma")
    func errors(_ arguments: String...) async -> String {
      let result = await folder.run(words: ["migrate", "diff"] + arguments)
      #expect(result.exitCode == 1)
      #expect(result.output == "")
      return result.errors
    }
    #expect(await errors("--to-schema", "new.prisma").contains("`--from-empty`"))
    #expect(await errors("--from-empty", "--to-empty").contains("both sides are empty"))
    #expect(await errors("--from-empty", "--from-empty").contains("given twice"))
    #expect(await errors("--from-empty", "--to-schema", "gone.prisma").contains("gone.prisma"))
    #expect(await errors("--from-empty", "--to-schema", "broken.prisma").contains("Strin"))
    #expect(await errors("--from-empty", "--to-schema", "mongo.prisma").contains("`mongodb`"))
    #expect(await errors("--from-empty", "--to-schema", "none.prisma").contains("no datasource"))
    #expect(
      await errors("--from-empty", "--to-schema", "new.prisma", "--sql-profile", "9").contains(
        "7.10"))
    #expect(await folder.run("migrate").errors.contains("`migrate diff`"))
    #expect(await folder.run("migrate", "dif").errors.contains("there is no command `migrate dif`"))
    let json = await folder.run(
      "migrate", "diff", "--from-empty", "--to-schema", "broken.prisma", "--output", "json")
    #expect(json.output.contains("\"P1012\""))
  }

  @Test func writesTheOnlinePlanInParts() async throws {
    let folder = try folder()
    let schemas = ["migrate", "diff", "--from-schema", "old.prisma", "--to-schema", "new.prisma"]
    let whole = await folder.run(words: schemas + ["--plan", "online"])
    #expect(whole.output.hasPrefix("-- Part 1 of 2: expand\n"))
    #expect(whole.output.contains("\n-- Part 2 of 2: contract\n"))
    let written = await folder.run(words: schemas + ["--plan=online", "-o", "change.sql"])
    #expect(written.output == "")
    #expect(written.errors == "wrote change.1.expand.sql\nwrote change.2.contract.sql\n")
    #expect(try folder.text("change.2.contract.sql").contains("DROP COLUMN \"a\";"))
    let json = await folder.run(words: schemas + ["--plan", "online", "--output", "json"]).output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let parts = try #require(value?["parts"] as? [[String: Any]])
    #expect(parts.map { $0["name"] as? String } == ["expand", "contract"])
    let statements = try #require(value?["statements"] as? [[String: Any]])
    #expect(statements.map { $0["part"] as? Int } == [0, 0, 0, 1, 1, 1])
    #expect((value?["warnings"] as? [Any])?.count == 1)
  }

  @Test func renamesWhatIsNamed() async throws {
    let folder = try folder()
    try folder.write(source + "model B {\n  id Int @id\n  b Int\n}\n", to: "renamed.prisma")
    let schemas = [
      "migrate", "diff", "--from-schema", "old.prisma", "--to-schema", "renamed.prisma",
    ]
    let result = await folder.run(
      words: schemas + ["--rename", "A=B", "--rename=public.A.a=b", "--script"])
    #expect(
      result.output.hasPrefix(
        "-- RenameColumn\nALTER TABLE \"A\" RENAME COLUMN \"a\" TO \"b\";\n\n"
          + "-- RenameTable\nALTER TABLE \"A\" RENAME TO \"B\";\n"))
    #expect(!result.output.contains("DROP"))
    let back = await folder.run(words: schemas + ["--rename", "A=B", "--down"])
    #expect(back.output.hasPrefix("-- RenameTable\n-- lossless\n"))
    #expect(back.output.contains("-- lossy: `a` of `A` comes back without its values\n"))
    func errors(_ rename: String) async -> String {
      let result = await folder.run(words: schemas + ["--rename", rename])
      #expect(result.exitCode == 1)
      return result.errors
    }
    #expect(await errors("A").contains("--rename table=new"))
    #expect(await errors("B=C").contains("no table `B`"))
    #expect(await errors("A.id2=x").contains("did you mean `id`?"))
    let both = await folder.run(words: schemas + ["--down", "--plan", "online"])
    #expect(both.errors.contains("don't go together"))
  }

  // MARK: What is managed elsewhere

  private func external(_ config: String, provider: String = "postgresql") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      datasource db {
        provider = "\(provider)"
      }
      model Account {
        id    Int    @id
        notes Note[]
        @@map("accounts")
      }
      model Note {
        id        Int     @id
        account   Account @relation(fields: [accountId], references: [id])
        accountId Int
      }

      """, to: "schema.prisma")
    try folder.write(
      """
      CREATE TABLE "Note" (
          "id" INTEGER NOT NULL,
          "accountId" INTEGER NOT NULL,

          CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
      );
      ALTER TABLE "Note" ADD CONSTRAINT "Note_accountId_fkey" FOREIGN KEY ("accountId")
        REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
      """, to: "migrations/1_init/migration.sql")
    try folder.write("export default {\n\(config)\n}\n", to: "prisma.config.ts")
    return folder
  }

  @Test func leavesAloneWhatTheConfigurationFileListsAsExternal() async throws {
    let folder = try external(
      """
        // The table of the auth service.
        tables: { external: ["public.accounts",] },
        migrations: { initShadowDb: `CREATE TABLE accounts (id INTEGER PRIMARY KEY)` },
      """)
    let fromEmpty = await folder.run(
      "migrate", "diff", "--from-empty", "--to-schema", "schema.prisma", "--script")
    #expect(fromEmpty.exitCode == 0, "\(fromEmpty.errors)")
    #expect(!fromEmpty.output.contains("CREATE TABLE \"accounts\""))
    #expect(fromEmpty.output.contains("REFERENCES \"accounts\"(\"id\")"))
    let fromMigrations = await folder.run(
      "migrate", "diff", "--from-migrations", "migrations", "--to-schema", "schema.prisma")
    #expect(fromMigrations.output == "No difference detected.\n", "\(fromMigrations.errors)")
  }

  @Test(arguments: [
    ("  tables: { external: [\"accounts\"] }", "postgresql", "P3024", "public.accounts"),
    ("  enums: { external: ['a.B'] }", "sqlite", "P3023", "before the dot"),
    ("  tables: { external: [...shared] }", "postgresql", nil, "line 2"),
    ("  tables: { external: names }", "postgresql", nil, "never run"),
  ])
  func refusesListsThatWouldMeanNothing(
    _ config: String, _ provider: String, _ code: String?, _ words: String
  ) async throws {
    let result = try await external(config, provider: provider).run(
      "migrate", "diff", "--from-empty", "--to-schema", "schema.prisma")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains(words), "\(result.errors)")
    if let code { #expect(result.errors.contains(code)) }
  }
}
