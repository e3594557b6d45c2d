import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct MigrateDownTests {
  /// A project with three applied migrations.
  private func project(_ version: Int = 6) async throws -> TestProject {
    let project = try TestProject(version: version)
    try project.write(migration: "1_a", "CREATE TABLE a (id serial PRIMARY KEY, t text);\n")
    try project.write(
      migration: "2_b", "CREATE TABLE b (id int REFERENCES a);\nCREATE INDEX i ON b (id);\n")
    try project.write(migration: "3_c", "ALTER TABLE a ADD c int;\n")
    let result = await project.run("migrate", "deploy")
    try #require(result.exitCode == 0, "\(result.errors)")
    return project
  }

  private func isPending(_ name: String, in project: TestProject) async throws -> Bool {
    let result = await project.run("migrate", "status", "--output", "json")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let list = try #require(value?["migrations"] as? [[String: Any]])
    return list.contains { $0["name"] as? String == name && $0["state"] as? String == "pending" }
  }

  // MARK: One step, several steps

  @Test(arguments: [5, 6, 7]) func undoesTheLastMigration(_ version: Int) async throws {
    let project = try await project(version)
    let no = await project.run("migrate", "down", answers: [""])
    #expect(no.exitCode == 130)
    #expect(
      no.output
        == "-- Undoes 3_c\n-- AlterTable\n-- lossy: `c` of `a` goes with what was written to it since\n"
        + "ALTER TABLE \"public\".\"a\" DROP COLUMN \"c\";\n\n"
        || no.output.contains("ALTER TABLE \"a\" DROP COLUMN \"c\";"), "\(no.output)")
    #expect(no.errors.contains("Do you want to undo this migration in the database"))
    #expect(no.errors.contains("(y/N)"))
    #expect(try project.records().count == 3)
    let yes = await project.run("migrate", "down", answers: ["y"])
    #expect(yes.exitCode == 0, "\(yes.errors)")
    #expect(yes.output.hasSuffix("✓ undid `3_c`\n"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
    #expect(try project.database.run("SELECT * FROM a") == "")
    #expect(try await isPending("3_c", in: project))
    // And forth again.
    let again = await project.run("migrate", "deploy")
    #expect(again.output == "✓ applied `3_c`\n")
    #expect(await project.run("migrate", "status").exitCode == 0)
  }

  @Test func goesBackToAMigration() async throws {
    let project = try await project()
    let dry = await project.run("migrate", "down", "1_a", "--dry-run")
    #expect(dry.exitCode == 0, "\(dry.errors)")
    #expect(dry.output.hasPrefix("-- Undoes 3_c, 2_b\n"))
    #expect(try project.records().count == 3)
    let result = await project.run("migrate", "down", "1_a", "--force", "--output", "json")
    #expect(result.exitCode == 0, "\(result.output)")
    let value =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(value?["migrations"] as? [String] == ["3_c", "2_b"])
    #expect(value?["undone"] as? Bool == true)
    let steps = try #require(value?["steps"] as? [[String: Any]])
    let statements = try #require(steps.first?["statements"] as? [[String: Any]])
    #expect(
      statements.map { $0["kind"] as? String } == ["DropForeignKey", "AlterTable", "DropTable"])
    #expect(try project.tables() == ["a"])
    let nothing = await project.run("migrate", "down", "1_a", "--force")
    #expect(nothing.output == "Nothing to undo\n")
    let all = await project.run("migrate", "down", "--force")
    #expect(all.exitCode == 0, "\(all.errors)")
    #expect(try project.tables() == [])
    #expect(await project.run("migrate", "down", "--force").output == "Nothing to undo\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.tables() == ["a", "b"])
  }

  @Test func undoesACount() async throws {
    let project = try await project()
    let tooMany = await project.run("migrate", "down", "--count", "4", "--force")
    #expect(tooMany.exitCode == 1)
    #expect(tooMany.errors.contains("only 3"))
    #expect(await project.run("migrate", "down", "--count", "x").exitCode == 1)
    let both = await project.run("migrate", "down", "1_a", "--count", "1")
    #expect(both.errors.contains("don't go together"))
    let unknown = await project.run("migrate", "down", "9_z")
    #expect(unknown.errors.contains("no migration `9_z`"))
    #expect(try project.records().count == 3)
    #expect(await project.run("migrate", "down", "--count", "3", "--force").exitCode == 0)
    #expect(try project.tables() == [])
    #expect(try project.records() == [])
  }

  @Test func forgetsAllAttempts() async throws {
    let project = try await project()
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at)
        VALUES ('x', 'y', '3_c', now())
      """)
    #expect(await project.run("migrate", "down", "--force").exitCode == 0)
    // Prisma 6 would call the database up to date otherwise.
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
  }

  // MARK: Data

  @Test func asksBeforeDataIsLost() async throws {
    let project = try await project()
    try project.database.run("INSERT INTO a (c) VALUES (1), (NULL), (2)")
    for words in [[], ["--force"], ["--accept-data-loss"]] {
      let refused = await project.run(words: ["migrate", "down"] + words)
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains("`c` of `a` goes with its 2 values"))
      #expect(refused.errors.contains("--force --accept-data-loss"))
    }
    let asked = await project.run("migrate", "down", "--force", answers: ["n"])
    #expect(asked.exitCode == 130)
    let ci = await project.run("migrate", "down", answers: ["y"], variables: ["CI": "1"])
    #expect(ci.exitCode == 1)
    #expect(try project.records().count == 3)
    let result = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records().count == 2)
  }

  @Test func stopsWhereRowsStandInTheWay() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int, n int NOT NULL);\n")
    try project.write(migration: "2_b", "ALTER TABLE a DROP COLUMN n;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.database.run("INSERT INTO a VALUES (1)")
    let result = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("stand in the way"))
    #expect(result.errors.contains("1 row"))
    #expect(try project.records().count == 2)
  }

  @Test func keepsWhatWasRenamed() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a", "CREATE TABLE a (id int PRIMARY KEY, x text);\nCREATE INDEX i ON a (x);\n")
    try project.write(
      migration: "2_b",
      """
      ALTER TABLE a RENAME COLUMN x TO y;
      ALTER TABLE a RENAME TO b;
      ALTER INDEX i RENAME TO j;
      UPDATE b SET y = upper(y);

      """)
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.database.run("INSERT INTO b VALUES (1, 'kept')")
    let result = await project.run("migrate", "down", "--force")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(!result.output.contains("DROP"), "\(result.output)")
    #expect(result.errors.contains("what `UPDATE b SET y = upper(y)` did stays"))
    #expect(try project.database.run("SELECT x FROM a") == "kept\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(try project.database.run("SELECT y FROM b") == "KEPT\n")
  }

  @Test func undoesEnumsInOneTransaction() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      "CREATE TYPE e AS ENUM ('x');\nCREATE TABLE a (id int, e e NOT NULL DEFAULT 'x');\n")
    try project.write(migration: "2_b", "ALTER TYPE e ADD VALUE 'y';\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.database.run("INSERT INTO a VALUES (1)")
    let result = await project.run("migrate", "down", answers: ["y"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(!result.output.contains("COMMIT"))
    #expect(try project.database.run("SELECT enum_range(NULL::e), e FROM a") == "{x}|x\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.database.run("UPDATE a SET e = 'y'")
    // A row holds the value: all stays as it is.
    let failed = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("nothing was changed"), "\(failed.errors)")
    #expect(try project.database.run("SELECT enum_range(NULL::e), e FROM a") == "{x,y}|y\n")
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
  }

  @Test func bringsBackAValueThatPrismaTookAway() async throws {
    let project = try TestProject(
      models: "enum E {\n  x\n  y\n}\nmodel T {\n  id Int @id\n  e E\n}\n")
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.write(models: "enum E {\n  x\n}\nmodel T {\n  id Int @id\n  e E @default(x)\n}\n")
    let taken = await project.run("migrate", "dev", "-n", "y", answers: ["y"])
    #expect(taken.exitCode == 0, "\(taken.errors)")
    try project.database.run("INSERT INTO \"T\" VALUES (1)")
    let result = await project.run("migrate", "down", "--force")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.database.run("SELECT enum_range(NULL::\"E\"), e FROM \"T\"") == "{x,y}|x\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
  }

  @Test func undoesAnOnlinePlan() async throws {
    let models = "model T {\n  id Int @id\n  a Int?\n}\n"
    let project = try TestProject(models: models)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    let first = try #require(project.migrations.first)
    try project.write(models: "model T {\n  id Int @id\n  a Int\n  @@index([a])\n}\n")
    let online = await project.run("migrate", "dev", "-n", "x", "--plan", "online")
    #expect(online.exitCode == 0, "\(online.errors)")
    #expect(project.migrations.count > 2)
    let structure = try project.database.dump()
    let result = await project.run("migrate", "down", first, "--force")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records() == ["\(first)|applied 1"])
    let again = await project.run("migrate", "dev")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(try project.database.dump() == structure)
  }

  // MARK: Written by hand

  @Test func runsWhatIsWrittenByHand() async throws {
    let project = try await project()
    try project.write(
      migration: "4_d",
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\nALTER TABLE a ADD d int;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    let refused = await project.run("migrate", "down", "--force")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("no structure tells what `CREATE FUNCTION f()"))
    #expect(refused.errors.contains("line 1"))
    #expect(refused.errors.contains("down.sql"))
    let down = "prisma/migrations/4_d/down.sql"
    try project.folder.write("BEGIN;\nALTER TABLE a DROP d;\nCOMMIT;\n", to: down)
    let nested = await project.run("migrate", "down", "--force")
    #expect(nested.exitCode == 1)
    #expect(nested.errors.contains("`BEGIN` in line 1"))
    try project.folder.write("ALTER TABLE a DROP d;\nUPDATE a SET nowhere = 1;\n", to: down)
    let failed = await project.run("migrate", "down", "--force")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("nothing was changed"), "\(failed.errors)")
    #expect(failed.errors.contains("42703"))
    #expect(failed.errors.contains("in `prisma/migrations/4_d/down.sql`"))
    #expect(failed.errors.contains("  2  UPDATE a SET nowhere"), "\(failed.errors)")
    #expect(!failed.errors.contains("BEGIN"))
    #expect(try project.records().count == 4)
    try project.folder.write("-- all\nALTER TABLE a DROP d;\nDROP FUNCTION f -- no ;\n", to: down)
    try project.database.run("INSERT INTO a (d) VALUES (1)")
    // What is lost is counted here too; and what someone wrote goes with what is worked out.
    let lost = await project.run("migrate", "down", "2_b", "--force")
    #expect(lost.exitCode == 1)
    #expect(lost.errors.contains("`d` of `a` goes with its 1 value"))
    let result = await project.run("migrate", "down", "2_b", "--force", "--accept-data-loss")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("-- prisma/migrations/4_d/down.sql\n-- all\n"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
    #expect(
      try project.database.run(
        "SELECT count(*) FROM pg_attribute WHERE attrelid = 'a'::regclass AND attnum > 0 "
          + "AND NOT attisdropped") == "2\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
  }

  @Test func tellsWhenItDoesNotLeadBack() async throws {
    let project = try await project()
    try project.folder.write("SELECT 1;\n", to: "prisma/migrations/3_c/down.sql")
    let result = await project.run("migrate", "down", "--dry-run")
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("does not lead back"), "\(result.errors)")
    #expect(result.errors.contains("Added column `c`"))
    for words in [[], ["--force"], ["--force", "--accept-data-loss"]] {
      let refused = await project.run(words: ["migrate", "down"] + words)
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains("error: `prisma/migrations/3_c/down.sql` does not lead back"))
    }
    #expect(await project.run("migrate", "down", answers: ["n"]).exitCode == 130)
    #expect(await project.run("migrate", "down", answers: ["y", "n"]).exitCode == 130)
    #expect(try project.records().count == 3)
    #expect(await project.run("migrate", "down", answers: ["y", "y"]).exitCode == 0)
    #expect(try project.records().count == 2)
  }

  @Test(arguments: [
    ("TRUNCATE a CASCADE;\n", "deletes rows (line 2)"),
    ("DELETE FROM a;\n", "deletes rows (line 2)"),
    ("WITH d AS (DELETE FROM a RETURNING id) SELECT * FROM d;\n", "deletes rows (line 2)"),
    ("DO $$ BEGIN DELETE FROM a; END $$;\n", "runs code that is not looked into (line 2)"),
    (
      "DROP TABLE b;\nCREATE TABLE b (id int REFERENCES a);\nCREATE INDEX i ON b (id);\n",
      "`b` (line 2)"
    ),
    ("CREATE SCHEMA s;\nDROP SCHEMA s;\n", "drops a schema (line 3)"),
  ])
  func asksBeforeWrittenStatementsLoseData(_ sql: String, _ loss: String) async throws {
    let project = try await project()
    let down = "prisma/migrations/3_c/down.sql"
    try project.folder.write("ALTER TABLE a DROP c;\n" + sql, to: down)
    let refused = await project.run("migrate", "down", "--force")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("--accept-data-loss"), "\(refused.errors)")
    #expect(refused.errors.contains("\(loss)"), "\(refused.errors)")
    #expect(refused.errors.contains("`\(down)`"))
    #expect(!refused.errors.contains("`c` of"), "\(refused.errors)")
    #expect(try project.records().count == 3)
    let result = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records().count == 2)
  }

  @Test func tellsLossesOfLaterStepsWithoutANumber() async throws {
    let project = try await project()
    try project.folder.write("ALTER TABLE a DROP c;\n", to: "prisma/migrations/3_c/down.sql")
    let refused = await project.run("migrate", "down", "1_a", "--force")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("`b`"), "\(refused.errors)")
    let result = await project.run("migrate", "down", "1_a", "--force", "--accept-data-loss")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.tables() == ["a"])
  }

  @Test func namesTheMigrationThatCannotBeUndone() async throws {
    let project = try await project()
    try project.write(migration: "4_d", "CREATE SEQUENCE s;\nALTER SEQUENCE s CYCLE;\n")
    try project.write(migration: "5_e", "ALTER TABLE a ADD e int;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    let refused = await project.run("migrate", "down", "2_b", "--force")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("what undoes `4_d` can't be worked out"), "\(refused.errors)")
    #expect(refused.errors.contains("into `prisma/migrations/4_d/down.sql`"))
  }

  // MARK: Refusals

  @Test func refusesWhatItDoesNotKnow() async throws {
    let project = try await project()
    try project.database.run("ALTER TABLE b ADD by_hand int")
    let drift = await project.run("migrate", "down", "--force")
    #expect(drift.exitCode == 1)
    #expect(drift.output.contains("[+] Added column `by_hand`"))
    #expect(drift.errors.contains("drift"))
    try project.database.run("ALTER TABLE b DROP by_hand")
    let script = try project.folder.text("prisma/migrations/2_b/migration.sql")
    try project.write(migration: "2_b", script + "-- more\n")
    let edited = await project.run("migrate", "down", "--force")
    #expect(edited.exitCode == 1)
    #expect(edited.errors.contains("changed after they were applied"))
    try project.write(migration: "2_b", script)
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
        VALUES ('x', 'y', now(), '9_elsewhere')
      """)
    let missing = await project.run("migrate", "down", "--force")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.contains("`9_elsewhere`"))
    try project.database.run("UPDATE _prisma_migrations SET finished_at = NULL WHERE id = 'x'")
    let failed = await project.run("migrate", "down", "--force")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("error[P3009]"))
    try project.database.run("DELETE FROM _prisma_migrations WHERE id = 'x'")
    #expect(await project.run("migrate", "down", "--force").exitCode == 0)
  }

  @Test(arguments: [
    ("DO $$ BEGIN EXECUTE 'SELECT 1'; END $$;\n", "DO $$"),
    ("CREATE VIEW v AS SELECT 1;\n", "the view `v`"),
    ("ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);\n", "the check `positive` of `a`"),
    ("DROP TABLE checked;\n", "the check `known` of `checked`"),
    ("ALTER TABLE a SET (fillfactor = 50);\n", "ALTER TABLE a SET"),
    ("ALTER TYPE e RENAME VALUE 'x' TO 'y';\n", "ALTER TYPE e RENAME"),
    ("CREATE SEQUENCE s;\n", "the sequence `s`"),
    ("ALTER TYPE e RENAME TO f;\n", "a type was renamed"),
    (
      "ALTER TABLE a RENAME TO z;\nALTER TABLE checked RENAME TO a;\n"
        + "ALTER TABLE z RENAME TO checked;\n", "names were exchanged"
    ),
  ])
  func refusesWhatNoStructureTells(_ script: String, _ reason: String) async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      "CREATE TABLE a (id int);\nCREATE TYPE e AS ENUM ('x');\n"
        + "CREATE TABLE checked (id int CONSTRAINT known CHECK (id > 0));\n")
    try project.write(migration: "2_b", script)
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    let before = try project.database.dump()
    let result = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("can't be worked out"), "\(result.errors)")
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(try project.database.dump() == before)
    #expect(try project.records().count == 2)
  }

  @Test func isOneTransaction() async throws {
    let project = try await project()
    // Something in the database that the way back breaks at: a view by hand needs the column.
    try project.database.run("CREATE VIEW v AS SELECT c FROM a")
    let result = await project.run("migrate", "down", "--count", "2", "--force")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("nothing was changed"), "\(result.errors)")
    #expect(result.errors.contains("2BP01"))
    #expect(try project.tables() == ["a", "b"])
    #expect(try project.records().count == 3)
  }
}
