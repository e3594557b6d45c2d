import Migration
import Testing

@testable import MigrationHistory

/// What a way back needs to know of scripts.
@Suite struct WayBackTests {
  private func replay(_ scripts: String...) throws -> [Replay] {
    var replay = Replay()
    return try scripts.map { sql in
      try replay.apply(ReplayTests.script(sql))
      return replay
    }
  }

  private func renames(_ before: String, _ behind: String) throws -> [String]? {
    let states = try replay(before, behind)
    return states[1].renames(since: states[0])?.map { rename in
      "\(rename.table.name)\(rename.column.map { ".\($0)" } ?? "")=\(rename.newName)"
    }
  }

  @Test func findsRenames() throws {
    let tables = "CREATE TABLE a (id int, x int, y int); CREATE TABLE b (id int); CREATE TABLE c ()"
    #expect(try renames(tables, "ALTER TABLE a ADD z int; DROP TABLE b") == [])
    #expect(
      try renames(
        tables,
        """
        ALTER TABLE a RENAME TO n; ALTER TABLE n RENAME x TO z; ALTER TABLE n RENAME z TO w;
        ALTER TABLE b RENAME id TO key; CREATE TABLE m (id int); ALTER TABLE m RENAME TO o
        """) == ["a.x=w", "b.id=key", "a=n"])
    // One after the other can't be done with names that are taken.
    #expect(
      try renames(
        tables,
        "ALTER TABLE a RENAME x TO t; ALTER TABLE a RENAME y TO x; "
          + "ALTER TABLE a RENAME t TO y") == nil)
    #expect(try renames(tables, "DROP TABLE b; ALTER TABLE c RENAME TO b") == nil)
    #expect(try renames(tables, "ALTER TABLE a DROP x; ALTER TABLE a RENAME y TO x") == nil)
    #expect(
      try renames(tables, "CREATE SCHEMA s; ALTER TABLE a SET SCHEMA s") == nil)
    let type = "CREATE TYPE e AS ENUM ('x', 'y')"
    #expect(try renames(type, "ALTER TYPE e RENAME TO f") == nil)
    // As Prisma takes a value away.
    #expect(
      try renames(
        type,
        """
        BEGIN; CREATE TYPE e_new AS ENUM ('x'); ALTER TYPE e RENAME TO e_old;
        ALTER TYPE e_new RENAME TO e; DROP TYPE e_old; COMMIT
        """) == [])
  }

  @Test func comparesWhatStructuresDoNot() throws {
    let states = try replay(
      """
      CREATE TABLE a (id int, g int GENERATED ALWAYS AS (id + 1) STORED);
      CREATE TABLE plain (id int); CREATE SEQUENCE s;
      """,
      """
      ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0); ALTER TABLE a ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON a; CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f();
      CREATE INDEX i ON a ((id + 1)); CREATE VIEW v AS SELECT 1; CREATE DOMAIN d AS int;
      DROP SEQUENCE s; ALTER TABLE plain ADD x int; COMMENT ON TABLE a IS 'x';
      """)
    #expect(states[0].differences(from: states[0]) == [])
    let differences = [
      "row-level security of `a`", "the check `c` of `a`", "the index `i` of `a`",
      "the policy `p` of `a`", "the sequence `s`", "the trigger `t` of `a`", "the type `d`",
      "the view `v`",
    ]
    #expect(states[1].differences(from: states[0]) == differences)
    #expect(states[0].differences(from: states[1]) == differences)
    let gone = try replay("CREATE TABLE a (id int CHECK (id > 0)); ", "DROP TABLE a")
    #expect(gone[1].differences(from: gone[0]) == ["the check `a_id_check` of `a`"])
    let changed = try replay(
      "CREATE TABLE a (id int CONSTRAINT c CHECK (id > 0)); ",
      "ALTER TABLE a DROP CONSTRAINT c; ALTER TABLE a ADD CONSTRAINT c CHECK (id > 1)")
    #expect(changed[1].differences(from: changed[0]) == ["the check `c` of `a`"])
  }

  @Test func tellsSideEffects() {
    func effects(_ sql: String) -> [String] {
      SideEffect.all(in: Array(sql.utf8)).map { "\($0.kind) \($0.line) \($0.text)" }
    }
    #expect(
      effects(
        """
        CREATE TABLE a (id int);
        CREATE INDEX CONCURRENTLY i ON a (id);
        ALTER TYPE e ADD VALUE 'x';
        ALTER TABLE a ADD b int, ALTER b SET NOT NULL, DROP CONSTRAINT IF EXISTS c;
        ALTER TYPE e RENAME TO f; ALTER SEQUENCE s OWNED BY a.id;
        ALTER TABLE a RENAME TO b; SET lock_timeout = '5s'; COMMENT ON TABLE a IS 'x';
        SELECT pg_catalog.set_config('search_path', '', false);
        """) == [])
    #expect(
      effects(
        """
        INSERT INTO a
          VALUES (1);
        INSERT INTO b VALUES (1);
        UPDATE a SET id = 2;
        GRANT SELECT ON a TO b;
        CREATE EXTENSION IF NOT EXISTS citext;
        BEGIN; COMMIT;
        """) == [
          "rows 1 INSERT INTO a VALUES (1)", "rows 4 UPDATE a SET id = 2",
          "harmless 5 GRANT SELECT ON a TO b",
          "harmless 6 CREATE EXTENSION IF NOT EXISTS citext", "transaction 7 BEGIN",
          "transaction 7 COMMIT",
        ])
    for unknown in [
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "DO $$BEGIN END$$",
      "ALTER TABLE a SET (fillfactor = 50)", "ALTER TYPE e RENAME VALUE 'x' TO 'y'",
      "CREATE EXTENSION citext", "DROP FUNCTION f", "not SQL",
      "ALTER SEQUENCE s RESTART", "ALTER TABLE a ALTER id ADD GENERATED ALWAYS AS IDENTITY",
      String(repeating: "CREATE (", count: 2000), "CREATE RULE r AS ON INSERT TO a DO NOTHING",
    ] {
      let found = SideEffect.all(in: Array(unknown.utf8))
      #expect(found.map(\.kind) == [.unknown], "\(unknown.prefix(60))")
      #expect(found.allSatisfy { $0.text.count <= 61 })
    }
  }
}
