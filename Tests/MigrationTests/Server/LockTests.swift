import Migration
import TestSupport
import Testing

/// Proves docs/locks.md: each example runs on a server, and what it locks, reads and writes anew is what
/// ``StatementKind/cost`` says.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct LockTests {
  @Test func `each kind has an example`() {
    #expect(Set(LockExample.all.map(\.kind)) == Set(StatementKind.allCases))
  }

  @Test(arguments: TestServer.versions)
  func `statements cost what the table says`(server: TestServer) throws {
    let examples = LockExample.all.filter {
      $0.kind.cost.since <= server.majorVersion && $0.kind != .addRequiredColumn
    }
    let database = try server.makeDatabase()
    let script = examples.enumerated().map { Self.measured($1, $0, database) }.joined()
    let lines = try database.run(script).split(separator: "\n")
    #expect(lines.count == examples.count)
    for (example, line) in zip(examples, lines) {
      let cost = example.kind.cost
      let expected = [
        cost.lock?.rawValue ?? "-", cost.otherLock?.rawValue ?? "-", cost.scans ? "scan" : "-",
        cost.rewrites ? "rewrite" : "-",
      ].joined(separator: "|")
      #expect(
        line == expected, "\(example.statement), on \(server.majorVersion)")
    }
  }

  @Test func `a required column without a default fails at the first row`() throws {
    let database = try #require(TestServer.shared).makeDatabase()
    let example = try #require(LockExample.all.first { $0.kind == .addRequiredColumn })
    try database.run(LockExample.tables)
    #expect {
      try database.run(example.statement)
    } throws: {
      "\($0)".contains("column \"b\" of relation \"t\" contains null values")
    }
    try database.run("\(example.setup); \(example.statement)")
  }

  @Test func `what can't run in a transaction is known`() throws {
    let database = try #require(TestServer.shared).makeDatabase()
    try database.run(LockExample.tables)
    for example in LockExample.all where !example.kind.cost.isTransactional {
      #expect(throws: TestServer.Failure.self) {
        try database.run("BEGIN; \(example.statement)")
      }
    }
  }

  /// The script that runs an example and prints a line: the lock on `t`, that on `p`, and whether `t` was
  /// read and written anew.
  private static func measured(
    _ example: LockExample, _ number: Int, _ database: TestDatabase
  ) -> String {
    let schema = "s\(number)"
    let before = """
      CREATE SCHEMA \(schema); SET search_path = \(schema);
      \(LockExample.tables)
      \(example.setup);
      SELECT 't'::regclass::oid AS t, 'p'::regclass::oid AS p \\gset
      SELECT relfilenode AS file FROM pg_class WHERE oid = :t \\gset

      """
    let locks = [":t", ":p"].map { table in
      """
      coalesce((SELECT trim(upper(regexp_replace(replace(mode, 'Lock', ''), '([A-Z])', ' \\1', 'g')))
        FROM pg_locks WHERE relation = \(table) AND :whose
        ORDER BY array_position('{AccessShareLock,RowShareLock,RowExclusiveLock,\
      ShareUpdateExclusiveLock,ShareLock,ShareRowExclusiveLock,ExclusiveLock,AccessExclusiveLock}',
        mode) DESC LIMIT 1), '-')
      """
    }
    let scans = "SELECT coalesce(pg_stat_get_xact_numscans(:t), 0)"
    let isRewritten = "EXISTS (SELECT FROM pg_class WHERE oid = :t AND relfilenode <> :file)"
    if example.kind.cost.isTransactional {
      return before + """
        BEGIN;
        \(scans) AS scans \\gset
        \(example.statement);
        \\set whose 'pid = pg_backend_pid()'
        SELECT concat_ws('|', \(locks.joined(separator: ", ")),
          CASE WHEN (\(scans)) > :scans THEN 'scan' ELSE '-' END,
          CASE WHEN \(isRewritten) AND (\(scans)) > :scans THEN 'rewrite' ELSE '-' END);
        ROLLBACK;

        """
    }
    // It runs in a session of its own, and waits for a lock of this one: so there is time to look. What it
    // has read is known some time after it has ended.
    let held = example.kind == .vacuum ? "SHARE UPDATE EXCLUSIVE" : "ROW EXCLUSIVE"
    let end = "\(database.socketFolder)/\(schema)"
    let command =
      "(PGOPTIONS='-c search_path=\(schema)' psql -XqAt -h \(database.socketFolder) -U postgres"
      + " -d \(database.name) -c '\(example.statement)' >/dev/null 2>&1; touch \(end)) &"
    func waiting(for condition: String) -> String {
      """
      DO $$ BEGIN FOR i IN 1..600 LOOP
      PERFORM pg_stat_clear_snapshot(); EXIT WHEN \(condition); PERFORM pg_sleep(0.05);
      END LOOP; END $$;
      """
    }
    let isAtWork =
      "EXISTS (SELECT FROM pg_locks WHERE relation = 't'::regclass AND pid <> pg_backend_pid()"
      + " AND mode <> 'AccessShareLock')"
    let isRead = "pg_stat_get_numscans('t'::regclass) + pg_stat_get_vacuum_count('t'::regclass) > 0"
    let read = "pg_stat_get_numscans(:t) + pg_stat_get_vacuum_count(:t)"
    return before + """
      BEGIN;
      SELECT \(read) AS scans \\gset
      LOCK TABLE t IN \(held) MODE;
      \\! \(command)
      \\set whose 'pid <> pg_backend_pid()'
      \(waiting(for: isAtWork))
      SELECT concat_ws('|', \(locks.joined(separator: ", "))) AS locks \\gset
      COMMIT;
      \\! until [ -e \(end) ]; do sleep 0.05; done
      \(example.kind.cost.scans ? waiting(for: isRead) : "")
      SELECT concat_ws('|', :'locks', CASE WHEN \(read) > :scans THEN 'scan' ELSE '-' END,
        CASE WHEN \(isRewritten) THEN 'rewrite' ELSE '-' END);

      """
  }
}

/// The table of docs/locks.md.
struct LockDocumentTests {
  private static let path = "docs/locks.md"
  private static let start = "<!-- table -->\n"
  private static let end = "<!-- end -->\n"

  private static var table: String {
    var lines = [
      "| statement | lock | other table | reads all | writes anew | in a transaction |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind in StatementKind.allCases {
      let cost = kind.cost
      let since = cost.since > 12 ? " (since \(cost.since))" : ""
      lines.append(
        "| \(kind.rawValue)\(since) | \(cost.lock?.rawValue ?? "") | \(cost.otherLock?.rawValue ?? "") "
          + "| \(cost.scans ? "yes" : "") | \(cost.rewrites ? "yes" : "") "
          + "| \(cost.isTransactional ? "" : "no") |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `the document has the table`() throws {
    let text = try #require(PackageFiles.text(Self.path))
    let start = try #require(text.firstRange(of: Self.start))
    let end = try #require(text.firstRange(of: Self.end))
    if PackageFiles.updatesSnapshots {
      let new = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
      try PackageFiles.write(String(new), to: Self.path)
      return
    }
    #expect(text[start.upperBound..<end.lowerBound] == Self.table)
  }
}
