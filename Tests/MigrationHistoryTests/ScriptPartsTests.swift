import Testing

@testable import MigrationHistory

struct ScriptPartsTests {
  /// The places of the statements of each part: `!` stands before one that can't be in a transaction, `^`
  /// behind a part whose transaction is ended by the script.
  private func described(
    _ script: String, serverVersion: Int = 150_000, behind count: Int? = nil
  ) -> String {
    let parts = ScriptParts(Array(script.utf8), serverVersion: serverVersion, behind: count)
    switch parts.mode {
    case .oneTransaction: return "one"
    case .asWritten: return "as written"
    case .inParts:
      return parts.parts.map { part in
        (part.lone == nil ? "" : "!") + part.statements.map(String.init).joined(separator: ",")
          + (part.noteOffset < part.range.upperBound ? "^" : "")
      }.joined(separator: " ")
    }
  }

  private static let index = "CREATE INDEX CONCURRENTLY i ON a (b)"

  @Test(arguments: [
    ("", "one"), ("-- BEGIN", "one"),
    ("CREATE TABLE a (value int, \"role\" text); SELECT CASE WHEN true THEN 1 END", "one"),
    (index, "!0"),
    (
      "SELECT 1; \(index); SELECT 2; SELECT 3; DROP INDEX CONCURRENTLY j; VACUUM a; ANALYZE a",
      "0 !1 2,3 !4 !5 6"
    ),
    ("CREATE INDEX concurrently ON a (b); DROP INDEX a", "!0 1"),
    ("REINDEX TABLE a; SELECT 1", "!0 1"), ("REINDEX TABLE CONCURRENTLY a; SELECT 1", "!0 1"),
    ("REINDEX SCHEMA s; SELECT 1", "!0 1"), ("CLUSTER a; SELECT 1", "!0 1"),
    ("CLUSTER; SELECT 1", "!0 1"), ("CREATE DATABASE d; SELECT 1", "!0 1"),
    ("ALTER TABLE p DETACH PARTITION q CONCURRENTLY; SELECT 1", "!0 1"),
    ("ALTER DATABASE d SET work_mem = '1MB'; SELECT 1", "one"),
    ("ALTER DATABASE d SET TABLESPACE t; SELECT 1", "!0 1"),
    ("ALTER SYSTEM SET work_mem = '1MB'; SELECT 1", "!0 1"),
  ])
  func `statements that can't be in a transaction stand alone`(_ script: String, _ parts: String) {
    #expect(described(script) == parts)
  }

  @Test(arguments: [
    ("ALTER TYPE e ADD VALUE 'x'; SELECT 'y'", "one"),
    ("ALTER TYPE e ADD VALUE 'x'; COMMENT ON TYPE e IS 'x'", "one"),
    ("SELECT 1; ALTER TYPE e ADD VALUE 'x'; SELECT 2; SELECT 'x'::e; SELECT 3", "0,1,2 3,4"),
    ("ALTER TYPE e ADD VALUE 'x'; DO $$ BEGIN PERFORM 'x'::e; END $$", "0 1"),
    ("CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'x'; SELECT 'x'::e", "one"),
    ("ALTER TYPE e RENAME VALUE 'a' TO 'x'; SELECT 'x'::e", "one"),
  ])
  func `a value can be used behind the transaction that adds it`(
    _ script: String, _ parts: String
  ) {
    #expect(described(script) == parts)
  }

  @Test func `values were added outside of transactions once`() {
    #expect(
      described("ALTER TYPE e ADD VALUE 'x'; SELECT 1", serverVersion: 110_000) == "!0 1")
  }

  @Test(arguments: [
    ("BEGIN; SELECT 1; COMMIT; SELECT 2", "0,1,2^ 3"),
    ("SELECT 0; START TRANSACTION; SAVEPOINT s; RELEASE s; END", "0,1,2,3,4^"),
    ("BEGIN; REINDEX TABLE a; CLUSTER a; COMMIT; SELECT 1", "0,1,2,3^ 4"),
    ("BEGIN; SELECT 1; COMMIT; \(index); BEGIN; SELECT 2; COMMIT", "0,1,2^ !3 4,5,6^"),
    ("BEGIN; SELECT 1", "as written"), ("COMMIT; SELECT 1", "as written"),
    ("BEGIN; SELECT 1; ROLLBACK", "as written"),
    ("BEGIN; SELECT 1; COMMIT AND CHAIN", "as written"),
    ("BEGIN READ ONLY; COMMIT", "as written"), ("BEGIN; BEGIN; COMMIT", "as written"),
    ("BEGIN; \(index); COMMIT", "as written"),
  ])
  func `transactions of the script stay whole`(_ script: String, _ parts: String) {
    #expect(described(script) == parts)
  }

  @Test(arguments: [
    "CALL p(); SELECT 1", "SET ROLE r; \(index)", "SET SESSION AUTHORIZATION r; \(index)",
    "DISCARD ALL; \(index)", "DO $$ BEGIN COMMIT; END $$; SELECT 1",
    "DO $$ BEGIN CALL p(); END $$", "SELEC 1 VALUE; \(index)",
    "ALTER TABLE a ADD CHECK (\(String(repeating: "(", count: 3000))1 = VALUE); \(index)",
  ])
  func `what may do more is not taken apart`(_ script: String) {
    #expect(described(script) == "as written")
  }

  @Test func `code that ends no transaction does no harm`() {
    #expect(described("DO $$ BEGIN PERFORM 1; END $$; SELECT 1") == "one")
    #expect(
      described(
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END; \(Self.index)"
      ) == "0 !1")
  }

  @Test func `the rest begins behind what took effect`() {
    let script = "SELECT 1; SELECT 2; \(Self.index); SELECT 3"
    #expect(described(script, behind: 1) == "1 !2 3")
    #expect(described(script, behind: 3) == "3")
    #expect(described(script, behind: 4) == "")
    #expect(described(script, behind: 9) == "")
    #expect(described("BEGIN; SELECT 1; COMMIT", behind: 1) == "as written")
    // A script that needs no parts any more still has a rest.
    #expect(described("SELECT 1; SELECT 2", behind: 1) == "1")
  }

  @Test func `places are those in the script`() {
    let script = "-- é\nSELECT 1 ; /* x */ \(Self.index) ;\nSELECT 2;"
    let parts = ScriptParts(Array(script.utf8))
    #expect(parts.parts.map { parts.text($0.range) } == ["SELECT 1", Self.index, "SELECT 2"])
    let own = ScriptParts(Array("BEGIN; SELECT 1; COMMIT; SELECT 2".utf8))
    #expect(own.text(0..<own.parts[0].noteOffset) == "BEGIN; SELECT 1; ")
  }

  @Test func `statements are known again by their text`() {
    func digests(_ script: String) -> [String] {
      ScriptParts(Array(script.utf8), behind: 0).digests()
    }
    let known = digests("SELECT 1,\n 2; SELECT 3")
    #expect(known.count == 3)
    #expect(Set(known).count == 3)
    #expect(digests("-- new\r\nSELECT 1,\r\n 2;\r\n\r\nSELECT 3;") == known)
    #expect(Array(digests("SELECT 1,\n 2; SELECT 4").prefix(2)) == Array(known.prefix(2)))
    #expect(digests("SELECT 1,\n 3; SELECT 3")[1] != known[1])
  }

  @Test func `settings of the session are known`() {
    let parts = ScriptParts(
      Array(
        """
        SET lock_timeout = '1s'; SET LOCAL work_mem = '1MB'; RESET timezone;
        SELECT pg_catalog.set_config('search_path', '', false); SELECT 1 INTO b;
        SELECT set_config('a.b', f(), false); \(Self.index); SET x.y = 1
        """.utf8))
    #expect(
      parts.settings(ofFirst: 7).map { parts.text($0).prefix(12) }
        == ["SET lock_tim", "RESET timezo", "SELECT pg_ca"])
    #expect(parts.settings(ofFirst: 1).count == 1)
    #expect(parts.settings(ofFirst: 0).isEmpty)
  }

  @Test func `fills of a plan can be run again`() {
    func fill(_ more: String) -> String {
      """
      DO $$ DECLARE sync_place tid; BEGIN
        FOR sync_place IN SELECT ctid FROM a WHERE b IS NULL LOOP
          UPDATE a SET b = DEFAULT WHERE ctid = sync_place AND b IS NULL;
          \(more)
          COMMIT;
        END LOOP;
      END $$; SELECT 1
      """
    }
    #expect(described(fill("")) == "!0 1")
    #expect(described(fill("INSERT INTO done VALUES (1);")) == "as written")
  }

  @Test func `what took effect can be looked for`() {
    func lone(_ script: String) -> LoneStatement? {
      ScriptParts(Array(script.utf8)).parts.first?.lone
    }
    #expect(lone(Self.index) == .createIndex("i", table: ["a"]))
    #expect(
      lone("CREATE UNIQUE INDEX CONCURRENTLY ON s.\"A\" (b)")
        == .createIndex(nil, table: ["s", "A"]))
    #expect(lone("DROP INDEX CONCURRENTLY IF EXISTS s.i") == .dropIndex(["s", "i"]))
    #expect(lone("REINDEX INDEX CONCURRENTLY i") == .reindex(["i"]))
    #expect(lone("REINDEX (CONCURRENTLY) SCHEMA s") == .reindex(nil))
    for statement in ["VACUUM FULL a", "REINDEX INDEX i", "CLUSTER a USING i"] {
      #expect(lone(statement) == .repeatable)
    }
    #expect(lone("DROP DATABASE d") == .other)
  }
}
