import Migration
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import MigrationHistory

struct ScriptHazardsTests {
  private func hazards(
    _ script: String, after earlier: String = "", version: Int? = nil
  ) -> ScriptHazards {
    var knowledge = ScriptKnowledge()
    _ = ScriptHazards(Array(earlier.utf8), version: version, knowledge: &knowledge)
    return ScriptHazards(Array(script.utf8), version: version, knowledge: &knowledge)
  }

  /// The codes of a script's hazards, statement by statement, each sorted.
  private func codes(
    _ script: String, after earlier: String = "", version: Int? = nil
  ) -> [[String]] {
    hazards(script, after: earlier, version: version).statements
      .map { $0.hazards.map(\.code.rawValue).sorted() }
  }

  private let table = "CREATE TABLE t (id int PRIMARY KEY, a int, p int REFERENCES u (id));"

  @Test func `what is new disturbs nobody`() {
    #expect(
      codes(
        """
        CREATE TABLE t (id int, a int);
        CREATE UNIQUE INDEX i ON t (a);
        ALTER TABLE t ADD COLUMN b int NOT NULL, ADD PRIMARY KEY (id);
        INSERT INTO t VALUES (1, 2, 3);
        UPDATE t SET a = 1;
        ALTER TABLE t RENAME TO s;
        DROP INDEX i;
        DROP TABLE s;
        """) == [[], [], [], [], [], [], [], []])
    // The other table of a foreign key is old.
    let statement = hazards("CREATE TABLE t (p int REFERENCES u (id))").statements.first
    #expect(statement?.effect.lockedTables == ["u"])
    #expect(statement?.effect.lock == .shareRowExclusive)
  }

  @Test func `statements have the hazards of their kind`() {
    #expect(codes("DROP TABLE t") == [["M001", "M006"]])
    #expect(codes("TRUNCATE t") == [["M001", "M006"]])
    #expect(codes("DELETE FROM t") == [["M001"]])
    #expect(codes("DELETE FROM t WHERE a = 1") == [[]])
    #expect(codes("UPDATE t SET a = 1") == [["M005"]])
    #expect(codes("DROP SCHEMA s CASCADE") == [["M001"]])
    #expect(codes("ALTER TABLE t DROP COLUMN a") == [["M001", "M006"]])
    #expect(codes("ALTER TABLE t DROP COLUMN a CASCADE") == [["M001", "M006", "M011"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a int") == [["M006"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a int NOT NULL") == [["M003", "M006"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 1 + 1") == [["M006"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a serial") == [["M004"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid()") == [["M004"]])
    #expect(
      codes("ALTER TABLE t ADD COLUMN a timestamp(3) DEFAULT CURRENT_TIMESTAMP") == [["M006"]])
    #expect(codes("ALTER TABLE t ADD COLUMN a text[] DEFAULT ARRAY[]::text[]") == [["M006"]])
    #expect(codes("ALTER TABLE t ALTER a SET NOT NULL") == [["M003", "M005"]])
    #expect(codes("ALTER TABLE t ALTER a TYPE bigint") == [["M004"]])
    #expect(codes("ALTER TABLE t ALTER a TYPE bigserial") == [["M004", "M009"]])
    #expect(codes("ALTER TABLE t ALTER a TYPE int USING a::int") == [["M003", "M004"]])
    #expect(codes("CREATE INDEX ON t (a)") == [["M005"]])
    #expect(codes("CREATE UNIQUE INDEX ON t (a)") == [["M003", "M005"]])
    #expect(codes("CREATE INDEX CONCURRENTLY i ON t (a)") == [[]])
    #expect(codes("ALTER TABLE t ADD UNIQUE USING INDEX i") == [["M006"]])
    #expect(codes("ALTER TABLE t ADD CHECK (a > 0)") == [["M003", "M005"]])
    #expect(codes("ALTER TABLE t ADD CHECK (a > 0) NOT VALID") == [["M006"]])
    #expect(
      codes("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)") == [["M003", "M005"]])
    #expect(
      codes("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id) NOT VALID") == [["M006"]])
    #expect(codes("ALTER TYPE e ADD VALUE 'x'") == [["M013"]])
    #expect(codes("DROP EXTENSION e") == [["M013"]])
    #expect(codes("ALTER TABLE t SET UNLOGGED") == [["M004"]])
    #expect(codes("CREATE TRIGGER r BEFORE INSERT ON t EXECUTE FUNCTION f()") == [["M006"]])
    #expect(codes("COMMENT ON TABLE t IS 'x'; SELECT 1; CREATE SCHEMA s") == [[], [], []])
  }

  @Test func `earlier scripts tell what names stand for`() {
    let effect = hazards("DROP INDEX i", after: table + "CREATE INDEX i ON t (a)")
      .statements.first?.effect
    #expect(effect?.lockedTables == ["t"])
    let key = "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (id);"
    #expect(
      hazards("ALTER TABLE t DROP CONSTRAINT k", after: key).statements.first?.effect.lockedTables
        == ["t", "u"])
    #expect(
      codes("DROP INDEX k", after: "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)")
        == [["M006", "M009"]])
    let check = "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;"
    #expect(
      codes("ALTER TABLE t VALIDATE CONSTRAINT c; ALTER TABLE t ALTER a SET NOT NULL", after: check)
        == [[], ["M006"]])
    #expect(codes("ALTER TABLE t ALTER a SET NOT NULL", after: check) == [["M003", "M005"]])
  }

  @Test func `earlier scripts tell the types`() {
    let table = """
      CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int NOT NULL, c text, d numeric(8, 2),
        l varchar(10)[], u text UNIQUE, p int REFERENCES t (id));
      """
    func found(_ change: String) -> [String] {
      codes("ALTER TABLE t \(change)", after: table).first ?? []
    }
    #expect(found("ALTER a TYPE varchar(20)") == ["M006"])
    #expect(found("ALTER a TYPE text") == ["M006"])
    #expect(found("ALTER a TYPE text USING a::text") == ["M006"])
    #expect(found("ALTER a TYPE text USING a || 'x'") == ["M003", "M004"])
    #expect(found("ALTER a TYPE varchar(5)") == ["M003", "M004"])
    #expect(found("ALTER b TYPE integer") == ["M006"])
    #expect(found("ALTER b TYPE bigint") == ["M004"])
    #expect(found("ALTER b TYPE smallint") == ["M003", "M004"])
    #expect(found("ALTER d TYPE numeric(10, 2)") == ["M006"])
    #expect(found("ALTER d TYPE numeric(10, 3)") == ["M004"])
    // PostgreSQL goes through the elements of lists.
    #expect(found("ALTER l TYPE varchar(20)[]") == ["M004"])
    #expect(found("ALTER none TYPE varchar(20)") == ["M004"])
    #expect(found("ALTER b SET NOT NULL") == ["M006"])
    #expect(found("ALTER c SET NOT NULL") == ["M003", "M005"])
    // What the script itself changes counts for the rest of it.
    #expect(
      codes("ALTER TABLE t ALTER a TYPE text; ALTER TABLE t ALTER a TYPE varchar(20)", after: table)
        == [["M006"], ["M003", "M004"]])
    // What nobody has named is known, too.
    #expect(
      hazards("DROP INDEX t_u_key", after: table).statements.first?.effect.lockedTables == ["t"])
    #expect(codes("DROP INDEX t_u_key", after: table) == [["M006", "M009"]])
    #expect(
      hazards("CREATE TABLE IF NOT EXISTS t (); DROP TABLE t", after: table).statements.last?
        .hazards.map(\.code) == [.briefExclusiveLock, .dataLoss])
  }

  @Test func `checks prove that a column is required`() {
    func found(_ check: String, _ change: String = "") -> [String] {
      codes("ALTER TABLE t ALTER a SET NOT NULL", after: "CREATE TABLE t (\(check)); \(change)")
        .first ?? []
    }
    #expect(found("a int CHECK (a IS NOT NULL)") == ["M006"])
    #expect(found("a int, b int, CHECK (b > 0 AND a IS NOT NULL)") == ["M003", "M005"])
    #expect(found("a int, b int, CONSTRAINT c CHECK (b > 0 AND a IS NOT NULL)") == ["M006"])
    #expect(found("a int, b int, CONSTRAINT c CHECK (b > 0 OR a IS NOT NULL)") == ["M003", "M005"])
    // The check goes with its column, by its name, and stays with it.
    let check = "a int CHECK (a IS NOT NULL)"
    let needed = ["M003", "M005"]
    #expect(found(check, "ALTER TABLE t DROP CONSTRAINT t_a_check") == needed)
    #expect(found(check, "ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD COLUMN a int") == needed)
    #expect(found("b int CHECK (b IS NOT NULL)", "ALTER TABLE t RENAME b TO a") == ["M006"])
  }

  @Test func `a foreign key that nothing can break is fine`() {
    #expect(
      codes("ALTER TABLE t ADD COLUMN p int; ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES u (id)")
        .last?.contains("M003") == false)
    #expect(
      codes(
        """
        ALTER TABLE t DROP CONSTRAINT t_p_fkey;
        ALTER TABLE t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES u (id);
        """
      ).last?.contains("M003") == false)
  }

  @Test func `transactions are followed`() {
    #expect(codes("CREATE INDEX CONCURRENTLY i ON t (a); SELECT 1")[0] == ["M008"])
    #expect(codes("ALTER TABLE a ADD x int; ALTER TABLE b ADD x int")[1] == ["M006", "M007"])
    #expect(codes("ALTER TABLE a ADD x int; COMMIT; ALTER TABLE b ADD x int")[2] == ["M006"])
    #expect(codes("SET lock_timeout = '5s'; ALTER TABLE a ADD x int")[1] == [])
    let value = "ALTER TYPE e ADD VALUE 'x';"
    #expect(codes("\(value) ALTER TABLE t ALTER a SET DEFAULT 'x'")[1] == ["M006", "M008"])
    #expect(codes("\(value) COMMIT; ALTER TABLE t ALTER a SET DEFAULT 'x'")[2] == ["M006"])
    #expect(codes("\(value) ALTER TABLE t ALTER a SET DEFAULT 'y'")[1] == ["M006"])
  }

  @Test func `renames are suspected, and defects seen`() {
    #expect(
      codes("ALTER TABLE t DROP COLUMN \"userName\", ADD COLUMN user_name text")[0]
        == ["M001", "M002", "M006"])
    #expect(codes("ALTER TABLE t DROP COLUMN a, ADD COLUMN price int")[0] == ["M001", "M006"])
    #expect(
      codes("ALTER TABLE t DROP CONSTRAINT k; ALTER TABLE t RENAME CONSTRAINT k TO l")[1]
        == ["M006", "M009"])
  }

  @Test func `versions are asked for`() {
    let index = "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) NULLS NOT DISTINCT"
    #expect(codes(index, version: 14) == [["M003", "M014"]])
    #expect(codes(index, version: 15) == [["M003"]])
    #expect(codes(index) == [["M003"]])
  }

  @Test func `what can't be read is told with its place`() {
    let found = hazards("SELECT 1;\nSELEC 2;\nDO $$ BEGIN END $$;\nDROP TABLE t")
    #expect(found.unread.map(\.range) == [10..<17, 19..<37])
    #expect(found.unread.first?.message.contains("syntax error") == true)
    #expect(found.statements.count == 2)
    let deep = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
    #expect(hazards("SELECT \(deep)").unread.count == 1)
    #expect(hazards("\u{FEFF}DROP TABLE t").statements.count == 1)
    #expect(hazards("SELECT '\0'").unread.count == 1)
    #expect(hazards("").statements.isEmpty)
  }

  @Test func `comments silence by code and place`() {
    let script = """
      -- prisma-lsp-ignore M001, M006: it is empty
      DROP TABLE t;
      ALTER TABLE u
        DROP COLUMN a; --prisma-lsp-ignore M001

      DROP TABLE v;
      """
    let ignored = IgnoredHazards(in: Array(script.utf8))
    let statements = hazards(script).statements.map(\.range)
    #expect(statements.count == 3)
    #expect(statements.map { ignored.silence("M001", of: $0) } == [true, true, false])
    #expect(statements.map { ignored.silence("M006", of: $0) } == [true, false, false])
    #expect(!IgnoredHazards(in: []).silence("M001", of: 0..<0))
  }

  // MARK: One table for both

  /// A plan and its own script, read again, lock the same.
  @Test(arguments: [
    ("id Int @id\n  a Int?\n  b Int", "id Int @id\n  a Int\n  c String?\n  @@index([a])"),
    ("id Int @id\n  a Int", "id Int @id\n  a BigInt @unique\n  u Int @default(autoincrement())"),
    ("id Int @id\n  a Int", "id Int\n  a Int\n  @@id([id, a])"),
    ("id Int @id\n  a Int @unique", "id Int @id\n  a Int? @default(5) @unique(map: \"x\")"),
    (
      "id Int @id\n  a Int",
      "id Int @id\n  a Int\n  p P @relation(fields: [a], references: [id])\n}\n"
        + "model P {\n  id Int @id\n  ts T[]"
    ),
    (
      "id Int @id\n  p P @relation(fields: [a], references: [id])\n  a Int\n}\n"
        + "model P {\n  id Int @id\n  ts T[]", "id Int @id\n  a Int"
    ),
  ])
  func `plans and scripts are judged alike`(previous: String, next: String) throws {
    let before = try structure("model T {\n  \(previous)\n}")
    let plan = Plan(from: before, to: try structure("model T {\n  \(next)\n}"))
    let script = SQLScript(plan, profile: .sevenTen)
    let first = SQLScript(
      Plan(from: SQLSchema(dialect: .postgresql, origin: .empty), to: before), profile: .sevenTen)
    let read = hazards(script.text, after: first.text)
    #expect(read.unread.isEmpty)
    #expect(read.statements.map(\.effect) == plan.statements(script).map(\.effect))
  }
}
