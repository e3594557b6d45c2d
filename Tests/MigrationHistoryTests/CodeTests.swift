import Migration
import Testing

@testable import MigrationHistory

/// `DO` statements.
@Suite struct CodeTests {
  private func replay(_ code: String) throws -> Replay {
    var replay = Replay()
    try replay.apply(
      ReplayTests.script(
        """
        CREATE TYPE e AS ENUM ('a');
        CREATE TABLE t (id int PRIMARY KEY, n int);
        DO $$ \(code) $$;
        """))
    return replay
  }

  private static let addColumn = "ALTER TABLE t ADD COLUMN added int;"

  @Test(arguments: [
    "BEGIN \(addColumn) END",
    "BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c') THEN \(addColumn) END IF; END",
    "BEGIN IF EXISTS (SELECT 1 FROM pg_type WHERE typname = 'e') THEN \(addColumn) END IF; END;",
    "BEGIN IF EXISTS (SELECT FROM pg_type t JOIN pg_enum e ON t.oid = e.enumtypid WHERE t.typname = 'e' AND enumlabel IN ('x', 'a')) THEN \(addColumn) END IF; END",
    "BEGIN IF NOT (SELECT true) IS NULL THEN NULL; END IF; \(addColumn) END",
    "BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'n') AND NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'u' AND relkind = 'r') THEN \(addColumn) END IF; END",
    "BEGIN IF EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'public.t'::regclass AND contype = 'p') THEN \(addColumn) END IF; END",
    "BEGIN IF EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'u') THEN DROP TABLE u; ELSIF EXISTS (SELECT 1 FROM pg_indexes WHERE schemaname = 'public' AND indexname = 't_pkey') THEN \(addColumn) ELSE DROP TABLE t; END IF; END",
    "BEGIN CREATE TYPE e AS ENUM ('b'); EXCEPTION WHEN duplicate_object THEN \(addColumn) END",
    "BEGIN BEGIN DROP TABLE t; DROP TABLE missing; EXCEPTION WHEN division_by_zero OR OTHERS THEN NULL; END; \(addColumn) END",
    "BEGIN EXECUTE 'ALTER TABLE \"t\" ADD COLUMN \"added\" int DEFAULT length(''x'')'; END",
    "DECLARE n int := 0; BEGIN SELECT count(*) INTO n FROM t; IF n > 0 THEN RAISE EXCEPTION 'no; %', n; END IF; \(addColumn) END",
    "DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP UPDATE t SET n = 1; IF r.n > 1 THEN EXIT; END IF; END LOOP; \(addColumn) END",
    "BEGIN EXECUTE format('REFRESH MATERIALIZED VIEW %I.\"v\"', current_schema()); \(addColumn) END",
    "BEGIN EXECUTE format('UPDATE %I SET n = %L WHERE ''50%%'' = x', 't', 1); \(addColumn) END",
  ])
  func followsWhatCanBeFollowed(code: String) throws {
    let replay = try replay(code)
    #expect(replay.findings == [])
    #expect(replay.schema().tables.first?.columns.map(\.name) == ["id", "n", "added"])
  }

  @Test(arguments: [
    "BEGIN IF EXISTS (SELECT 1 FROM t) THEN \(addColumn) END IF; END",
    "BEGIN IF some_function() THEN \(addColumn) END IF; END",
    "BEGIN FOR i IN 1..2 LOOP EXECUTE 'ALTER TABLE t ADD added int'; END LOOP; END",
    "BEGIN EXECUTE format('ALTER TABLE %I ADD added int', 't'); END",
    "BEGIN EXECUTE format('UPDATE %s', 't SET n = 1; ALTER TABLE t ADD added int'); END",
    "BEGIN EXECUTE format('UPDATE %I SET n = 1; ALTER TABLE t ADD added int', 't'); END",
    "BEGIN IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname LIKE 't%') THEN \(addColumn) END IF; END",
  ])
  func tellsOfTheRest(code: String) throws {
    let replay = try replay(code)
    #expect(replay.findings.map(\.reason) == [.code])
    #expect(replay.schema().tables.first?.columns.map(\.name) == ["id", "n"])
  }

  @Test func functionsDoWhatTheirLastTextSays() throws {
    func findings(_ script: String) throws -> Int {
      var replay = Replay()
      try replay.apply(ReplayTests.script("CREATE TABLE t (id int); " + script))
      return replay.findings.count
    }
    func function(_ arguments: String, _ code: String) -> String {
      "CREATE OR REPLACE FUNCTION f(\(arguments)) RETURNS void LANGUAGE plpgsql AS $$ BEGIN \(code) END $$;"
    }
    let altering = function("a int", Self.addColumn)
    #expect(try findings(altering + "SELECT f(1)") == 1)
    #expect(try findings(altering + function("a int", "NULL;") + "SELECT f(1)") == 0)
    // One with other arguments is another one.
    #expect(try findings(altering + function("a text", "NULL;") + "SELECT f(1)") == 1)
  }

  @Test func failsWhereTheCodeWould() {
    #expect(throws: ReplayError.self) { try replay("BEGIN DROP TABLE missing; END") }
    #expect(throws: ReplayError.self) {
      try replay("BEGIN DROP TABLE missing; EXCEPTION WHEN duplicate_object THEN NULL; END")
    }
  }

  @Test(arguments: [
    "BEGIN", "BEGIN IF", "IF IF IF", "BEGIN BEGIN BEGIN END", "EXECUTE", "EXECUTE 'x", "LOOP", "<<",
    "BEGIN EXCEPTION WHEN", "END END", "CASE", ";", "DECLARE",
  ])
  func survivesAnyCode(code: String) throws {
    #expect(try replay(code).schema().tables.count == 1)
  }
}
