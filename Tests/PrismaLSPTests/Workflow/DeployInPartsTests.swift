import Foundation
import MigrationHistory
import Postgres
import TestSupport
import Testing

@testable import PrismaLSP

/// Scripts that PostgreSQL does not take as one transaction.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct DeployInPartsTests {
  private static let script = """
    -- Two rows with the same value are in the way of `u`.
    ALTER TABLE a ADD COLUMN c int;
    SET search_path = other;
    CREATE INDEX CONCURRENTLY i ON a (b);
    ALTER TABLE a ADD COLUMN d int;

    CREATE UNIQUE INDEX CONCURRENTLY u ON a (b);
    ALTER TABLE a ADD COLUMN e int;

    """

  /// A project whose second migration fails at the unique index. From the third statement on names without
  /// a schema mean those in `other`.
  private func failedProject() async throws -> TestProject {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      """
      CREATE SCHEMA other;
      CREATE TABLE a (b int);
      CREATE TABLE other.a (b int);
      INSERT INTO other.a VALUES (1), (1);
      """)
    try project.write(migration: "2_b", Self.script)
    try project.write(migration: "3_c", "CREATE TABLE c (id int);\n")
    let failed = await project.run("migrate", "deploy")
    #expect(failed.exitCode == 1)
    #expect(failed.errors.contains("error[P3018]: the migration `2_b` failed"))
    #expect(failed.errors.contains("Key (b)=(1) is duplicated; \(Self.known)"))
    #expect(failed.errors.contains("an index is left that is not valid: `\"other\".\"u\"`"))
    #expect(failed.errors.contains("  7  CREATE UNIQUE INDEX CONCURRENTLY u ON a (b);\n"))
    return project
  }

  private static let known = """
    the first 4 of its 6 statements took effect, to line 5 of `prisma/migrations/2_b/migration.sql`, \
    from line 7 on none did
    """

  @Test func goesOnBehindWhatTookEffect() async throws {
    let project = try await failedProject()
    #expect(try project.records() == ["1_a|applied 1", "2_b|failed"])
    let blocked = await project.run("migrate", "deploy")
    #expect(blocked.errors.contains("error[P3009]"))
    #expect(blocked.errors.contains(Self.known))
    try project.database.run("DROP INDEX CONCURRENTLY other.u; DELETE FROM other.a")
    // It is not by itself that it goes on: something failed.
    let waiting = await project.run("migrate", "deploy")
    #expect(waiting.exitCode == 1)
    #expect(waiting.errors.contains("`prisma-lsp migrate deploy --resume` goes on"))
    let resumed = await project.run("migrate", "deploy", "--resume")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(resumed.errors.contains("`2_b` goes on: \(Self.known)"))
    #expect(resumed.output == "✓ applied `2_b`\n✓ applied `3_c`\n")
    #expect(
      try project.records() == ["1_a|applied 1", "2_b|applied 1", "3_c|applied 1"])
    // The path that the script had set held for the rest, too.
    let columns = try project.database.run(
      """
      SELECT string_agg(table_schema || '.' || column_name, ' ' ORDER BY table_schema, column_name)
      FROM information_schema.columns WHERE table_name = 'a'
      """)
    #expect(columns == "other.b other.d other.e public.b public.c\n")
  }

  @Test func theRestMayBeCorrected() async throws {
    let project = try await failedProject()
    try project.database.run("DROP INDEX CONCURRENTLY other.u")
    let corrected = Self.script.replacing(
      "CREATE UNIQUE INDEX CONCURRENTLY u", with: "CREATE INDEX u"
    )
    .replacing("Two rows", with: "No longer: two rows").replacing("\n", with: "\r\n")
    try project.write(migration: "2_b", corrected)
    #expect(await project.run("migrate", "deploy", "--resume").exitCode == 0)
    let status = await project.run("migrate", "status", "--output", "json")
    #expect(status.exitCode == 0)
    #expect(!status.output.contains(#""edited":true"#))
  }

  @Test func whatTookEffectMustNotChange() async throws {
    let project = try await failedProject()
    try project.database.run("DROP INDEX CONCURRENTLY other.u; DELETE FROM other.a")
    try project.write(
      migration: "2_b", Self.script.replacing("COLUMN c int", with: "COLUMN c text"))
    let changed = await project.run("migrate", "deploy", "--resume")
    #expect(changed.errors.contains("error[P3009]"))
    #expect(changed.errors.contains("what took effect was changed in"))
    try project.write(migration: "2_b", Self.script + "CALL p();\n")
    let opaque = await project.run("migrate", "deploy", "--resume")
    #expect(opaque.errors.contains("the rest can't be taken apart"))
    try project.folder.remove("prisma/migrations/2_b")
    let gone = await project.run("migrate", "deploy", "--resume")
    #expect(gone.errors.contains("its script is gone"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|failed"])
  }

  @Test func failsAgainFurtherBehind() async throws {
    let project = try await failedProject()
    try project.database.run("DROP INDEX CONCURRENTLY other.u; DELETE FROM other.a")
    try project.write(migration: "2_b", Self.script + "SELECT nowhere;\n")
    let failed = await project.run("migrate", "deploy", "--resume")
    #expect(failed.errors.contains("error[P3018]"))
    #expect(failed.errors.contains("the first 5 of its 7 statements took effect, to line 7"))
    #expect(failed.errors.contains("  9  SELECT nowhere;\n"))
    try project.write(migration: "2_b", Self.script + "SELECT 1;\n")
    #expect(await project.run("migrate", "deploy", "--resume").exitCode == 0)
    #expect(try project.records().last == "3_c|applied 1")
  }

  @Test func statusAndResolveTellWhatTookEffect() async throws {
    let project = try await failedProject()
    let status = await project.run("migrate", "status")
    #expect(status.output.contains("\n  2_b\n    \(Self.known)\n"))
    let drop = #"DROP INDEX CONCURRENTLY "other"."u""#
    #expect(status.output.contains("drop it first: \(drop)\n"))
    #expect(status.output.contains("  prisma-lsp migrate deploy --resume\n"))
    let json = await project.run("migrate", "status", "--output", "json")
    #expect(json.output.contains(#""appliedStatements":4,"statements":6"#))
    #expect(json.output.contains(#""invalidIndexes":["\"other\".\"u\""]"#))
    let applied = await project.run("migrate", "resolve", "--rolled-back", "2_b")
    #expect(applied.exitCode == 0)
    #expect(applied.errors.contains("unless you have undone them, they are run a second time"))
    #expect(applied.errors.contains("drop it by `\(drop)`"))
  }

  @Test func aTransactionIsAppliedAnew() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\nSELECT nowhere;\n")
    let failed = await project.run("migrate", "deploy")
    #expect(failed.errors.contains("; nothing of it took effect"))
    let blocked = await project.run("migrate", "deploy")
    #expect(blocked.errors.contains("error[P3009]"))
    #expect(blocked.errors.contains("nothing of it took effect"))
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
    let resumed = await project.run("migrate", "deploy", "--resume")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(try project.records() == ["1_a|rolled back", "1_a|applied 1"])
    // With nothing to go on with it is a deploy like any other.
    #expect(await project.run("migrate", "deploy", "--resume").exitCode == 0)
  }

  @Test func aTransactionWithoutAFolderIsRolledBack() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "SELECT nowhere;\n")
    #expect(await project.run("migrate", "deploy").exitCode == 1)
    try project.folder.remove("prisma/migrations/1_a")
    let blocked = await project.run("migrate", "deploy")
    #expect(blocked.errors.contains("bring back its folder"))
    let resumed = await project.run("migrate", "deploy", "--resume")
    #expect(resumed.exitCode == 0)
    #expect(resumed.errors.contains("its folder is gone: it counts as rolled back"))
    #expect(try project.records() == ["1_a|rolled back"])
  }

  /// The fill of a plan passes over the rows that have their value.
  @Test func aFillIsRunAgain() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      "CREATE TABLE a (b int, c int CHECK (c < 9));\nINSERT INTO a VALUES (1), (2), (9);\n")
    try project.write(
      migration: "2_b",
      """
      DO $$ DECLARE sync_place tid; BEGIN
        FOR sync_place IN SELECT ctid FROM a WHERE c IS NULL ORDER BY b LOOP
          UPDATE a SET c = b WHERE ctid = sync_place AND c IS NULL;
          COMMIT;
        END LOOP;
      END $$;
      """)
    let failed = await project.run("migrate", "deploy")
    #expect(failed.errors.contains("error[P3018]"))
    #expect(failed.errors.contains("`prisma-lsp migrate deploy --resume`"))
    #expect(try project.database.run("SELECT count(c) FROM a") == "2\n")
    try project.database.run("UPDATE a SET b = 3 WHERE b = 9")
    #expect(await project.run("migrate", "deploy", "--resume").exitCode == 0)
    #expect(try project.database.run("SELECT count(c) FROM a") == "3\n")
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
  }

  /// What Prisma has left says nothing of statements.
  @Test func anAttemptOfPrismaIsNotResumed() async throws {
    let project = try TestProject()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(migration: "1_a", "SELECT 1;\n")
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, migration_name, logs)
        VALUES ('x', 'y', '1_a', 'it failed')
      """)
    let result = await project.run("migrate", "deploy", "--resume")
    #expect(result.errors.contains("error[P3009]"))
    #expect(result.errors.contains("what of it took effect is not known"))
  }

  /// What an attempt leaves that was broken off in its first statement.
  private func projectBrokenOff(_ script: String) async throws -> TestProject {
    let project = try TestProject()
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(migration: "1_a", script)
    let digest = ScriptParts([], behind: 0).digests().first ?? ""
    let progress = ScriptProgress.statements(
      .init(done: 0, total: 2, digest: digest, isOpen: true))
    try project.database.run(
      """
      INSERT INTO _prisma_migrations (id, checksum, migration_name, logs)
        VALUES ('x', 'y', '1_a', '\(progress.line)')
      """)
    return project
  }

  @Test(arguments: [
    // What the catalogue says nothing of, and what is no longer what was begun.
    ("ALTER SYSTEM RESET work_mem", "whether it took effect can't be seen"),
    ("CREATE TABLE b (id int)", "and is another one by now"),
  ])
  func asksAPersonWhatItCannotSee(_ statement: String, _ reason: String) async throws {
    let project = try await projectBrokenOff("\(statement);\nCREATE TABLE a (id int);\n")
    for words in [[], ["--dry-run"]] {
      let blocked = await project.run(words: ["migrate", "deploy"] + words)
      #expect(blocked.exitCode == 1)
      #expect(blocked.errors.contains("error[P3009]"))
      #expect(
        blocked.errors.contains(
          "none of its 2 statements took effect, the one in line 1 of "
            + "`prisma/migrations/1_a/migration.sql` was begun, "))
      #expect(blocked.errors.contains(reason))
    }
    #expect(try project.tables() == [])
    let resumed = await project.run("migrate", "deploy", "--resume")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(try project.records() == ["1_a|applied 1"])
    #expect(try project.tables().contains("a"))
  }

  @Test func usesAValueThatItHasAdded() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TYPE e AS ENUM ('x');\n")
    try project.write(
      migration: "2_b",
      "ALTER TYPE e ADD VALUE 'y';\nCREATE TABLE a (e e DEFAULT 'y');\nINSERT INTO a VALUES ('y');\n"
    )
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.database.run("SELECT e FROM a") == "y\n")
  }

  @Test func triesALaterPartAgain() async throws {
    let project = try TestProject()
    try project.write(migration: "1_a", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    try project.write(
      migration: "2_b",
      "INSERT INTO b VALUES (1);\nCREATE INDEX CONCURRENTLY i ON b (id);\nALTER TABLE a ADD b int;\n"
    )
    let holder = try await Connection.open(ConnectionURL(project.database.url))
    _ = try await holder.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE")
    let work = Task { await project.run("migrate", "deploy", "--lock-timeout", "300ms") }
    _ = try await project.waiting(in: "ALTER TABLE")
    try await Task.sleep(for: .milliseconds(400))
    _ = try await holder.execute("COMMIT")
    let result = await work.value
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("`2_b` waits for a lock"))
    #expect(try project.records() == ["1_a|applied 1", "2_b|applied 1"])
    #expect(try project.database.run("SELECT id FROM b") == "1\n")
    await holder.close()
  }

  /// The shadow database gets them in parts too.
  @Test func developsWithThem() async throws {
    let project = try TestProject()
    try project.write(
      migration: "1_a",
      """
      CREATE TABLE "User" (id SERIAL PRIMARY KEY, email TEXT NOT NULL);
      CREATE UNIQUE INDEX CONCURRENTLY "User_email_key" ON "User" (email);
      ALTER TABLE "User" RENAME CONSTRAINT "User_pkey" TO "User_pkey1";
      ALTER TABLE "User" RENAME CONSTRAINT "User_pkey1" TO "User_pkey";
      """)
    let result = await project.run("migrate", "dev", "--skip-generate")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try project.records() == ["1_a|applied 1"])
    #expect(project.migrations == ["1_a"])
  }
}

@Suite struct ScriptProgressTests {
  @Test func readsWhatItWrites() {
    let known: [ScriptProgress] = [
      .nothing, .statements(.init(done: 0, total: 1, digest: "e3b0", isOpen: true)),
      .statements(.init(done: 3, total: 7, digest: "0f", isOpen: false)),
    ]
    for progress in known {
      #expect(ScriptProgress(logs: progress.line) == progress)
      #expect(ScriptProgress(logs: progress.line + "\n\nDatabase error") == progress)
    }
    for text in [
      "", "Database error", "prisma-lsp: ", "prisma-lsp: 1 of statements took effect; sha256 x",
      "prisma-lsp: 3 of 2 statements took effect; sha256 x",
      "prisma-lsp: -1 of 2 statements took effect; sha256 x", MigrationTable.marker,
    ] {
      #expect(ScriptProgress(logs: text) == nil)
    }
  }
}
