import Migration
import Postgres
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// What a database says about the data that a plan meets.
@Suite(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"), .serialized) struct FactsTests
{
  /// A database, a schema for it, and what is found on the way there.
  struct Case: Sendable {
    var sql: String
    var models: String
    /// `code: text`, with `!` behind the code of what proves that a statement fails.
    var findings: [String]
  }

  static let cases = [
    Case(
      sql:
        "CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL), (7, 1), (9, NULL)",
      models: "model t {\n  id Int @id\n  a  Int\n}",
      findings: ["M003!: 2 rows of `t` have NULL in `a`, such as id `1`; `9`"]),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 1)",
      models: "model t {\n  id Int @id\n  a  Int\n}", findings: []),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1), (2)",
      models: "model t {\n  id Int @id\n  a  Int\n}",
      findings: ["M003!: `t` has 2 rows, such as id `1`; `2`"]),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY)", models: "model t {\n  id Int @id\n  a  Int\n}",
      findings: []),
    Case(
      sql: """
        CREATE TABLE t (a int NOT NULL, b text NOT NULL, PRIMARY KEY (a, b));
        INSERT INTO t VALUES (1, 'x'), (1, 'y'), (2, 'z')
        """,
      models: "model t {\n  a Int @unique\n  b String\n  @@id([a, b])\n}",
      findings: ["M003!: 1 value of `a` occurs in several rows of `t`, such as `1`"]),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL), (2, NULL)",
      models: "model t {\n  id Int  @id\n  a  Int? @unique\n}", findings: []),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY, a text); INSERT INTO t VALUES (1, 'x'), (2, NULL)",
      models: "model t {\n  id Int @id\n}",
      findings: ["M001: 1 row of `t` has a value in `a`, such as id `1`"]),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int); INSERT INTO u VALUES (1)",
      models: "model t {\n  id Int @id\n}", findings: ["M001: `u` has 1 row"]),
    Case(
      sql: """
        CREATE TABLE p (id int PRIMARY KEY);
        CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL);
        INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1), (2, 5), (3, 5), (4, 6)
        """,
      models: """
        model p {
          id Int @id
          c  c[]
        }
        model c {
          id Int @id
          p  Int
          parent p @relation(fields: [p], references: [id])
        }
        """,
      findings: ["M003!: 3 rows of `c` refer by `p` to what is not in `p`, such as `5`; `6`"]),
    Case(
      sql: """
        CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b bigint NOT NULL, c numeric(10,3) NOT NULL);
        INSERT INTO t VALUES (1, 'short   ', 1, 1), (2, 'far too long', 3000000000, 123456)
        """,
      models: """
        model t {
          id Int     @id
          a  String  @db.VarChar(5)
          b  Int
          c  Decimal @db.Decimal(6, 2)
        }
        """,
      findings: [
        "M003!: 1 row of `t` has a value in `a` that does not fit into `VarChar(5)`, such as `far too long`",
        "M003!: 1 row of `t` has a value in `b` that does not fit into `Integer`, such as `3000000000`",
        "M003!: 1 row of `t` has a value in `c` that does not fit into `Decimal(6,2)`, such as `123456.000`",
      ]),
    Case(
      sql: """
        CREATE TYPE e AS ENUM ('a', 'b', 'c');
        CREATE TABLE t (id int PRIMARY KEY, e e NOT NULL, f e[]);
        INSERT INTO t VALUES (1, 'a', '{a,c}'), (2, 'b', NULL)
        """,
      models: "enum e {\n  a\n}\nmodel t {\n  id Int @id\n  e  e\n  f  e[]\n}",
      findings: [
        "M003!: 1 row of `t` has in `e` what is no longer in `e`, such as `b`",
        "M003!: 1 row of `t` has in `f` what is no longer in `e`, such as `{a,c}`",
      ]),
    Case(
      sql: "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL CONSTRAINT once UNIQUE)",
      models: "model t {\n  id Int @id\n  a  Int\n}",
      findings: [
        "M009!: `once` belongs to the constraint `once`, so `DROP INDEX` fails; write "
          + "`ALTER TABLE \"public\".\"t\" DROP CONSTRAINT \"once\"`",
        "M012: `once` was not used by any query",
      ]),
    Case(
      sql: "CREATE TABLE t (a int, b int NOT NULL); INSERT INTO t VALUES (1, 1), (1, 2), (NULL, 3)",
      models: "model t {\n  a Int @id\n  b Int\n}",
      findings: [
        "M003!: 1 row of `t` has NULL in `a`",
        "M003!: 1 value of `a` occurs in several rows of `t`, such as `1`",
      ]),
  ]

  @Test(arguments: cases) func isFound(_ example: Case) async throws {
    let database = try CatalogueTests.database()
    try database.run(example.sql)
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: example.models, connection)
    let facts = try await connection.facts(on: plan, mode: .exact)
    let findings = facts.steps.values.flatMap(\.findings)
    let lines = Set(
      findings.map { "\($0.code.rawValue)\($0.provesFailure ? "!" : ""): \($0.text)" })
    #expect(lines == Set(example.findings))
    #expect(facts.gaps.isEmpty)
    for query in findings.compactMap(\.query) {
      #expect(try await !connection.query(query).rows.isEmpty)
    }
    // Each belongs to a hazard; only Prisma's own checks say nothing of a key that is added.
    let hazards = plan.statements(SQLScript(plan, profile: .sevenTen)).flatMap(\.hazards)
    for finding in findings where finding.evidence != nil {
      let isKnown = hazards.contains {
        $0.code == finding.code && $0.columns == finding.columns && $0.evidence == finding.evidence
      }
      #expect(isKnown || finding.evidence == .duplicates && plan.addsPrimaryKey, "\(finding)")
    }
    // What is said to fail does, and nothing else.
    let provesFailure = findings.contains { $0.provesFailure }
    let script = SQLScript(plan, profile: .sevenTen).text
    do throws(PostgresError) {
      try await connection.execute(script)
      #expect(!provesFailure)
    } catch {
      #expect(provesFailure, "\(error)")
    }
  }

  /// The steps from a database to a schema.
  private func plan(to models: String, _ connection: Connection) async throws -> Plan {
    var schema = Schema()
    let text = "datasource db {\n  provider = \"postgresql\"\n}\n" + models
    _ = schema.update(
      files: [
        SourceFile(
          path: "schema.prisma",
          tree: SyntaxTree.parsed(Array(text.utf8), dialect: PrismaVersion.seven.dialect))
      ], version: .seven)
    let target = try #require(SQLSchema(schema, profile: .sevenTen))
    return Plan(from: try await connection.catalogue().schema, to: target)
  }

  @Test func estimatesCountNothing() async throws {
    let database = try CatalogueTests.database()
    try database.run(
      """
      CREATE TABLE t (id int PRIMARY KEY, a int);
      INSERT INTO t SELECT x, NULL FROM generate_series(1, 2500) AS x; ANALYZE t
      """)
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: "model t {\n  id Int @id\n  a  Int\n}", connection)
    let facts = try await connection.facts(on: plan, mode: .estimates)
    let step = try #require(facts.steps[0])
    #expect(step.size?.rows == 2500)
    #expect(step.size?.isExact == false)
    #expect(step.size?.bytes ?? 0 > 50_000)
    #expect(step.size?.text.hasPrefix("about 2,500 rows, ") == true)
    #expect(
      step.findings.map(\.text) == [
        "some rows of `t` have NULL in `a`, such as id `1`; `2`; `3`"
      ])
    #expect(try await connection.facts(on: plan, mode: .off).steps.isEmpty)
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let database = try CatalogueTests.database()
    try database.run(
      "CREATE TABLE t (id int PRIMARY KEY, a int, b int); INSERT INTO t VALUES (1, 1)")
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: "model t {\n  id Int @id\n  a  Int @unique\n}", connection)
    let facts = try await connection.facts(on: plan, mode: .estimates)
    let absences = facts.steps.values.flatMap(\.absences).map { "\($0.columns): \($0.text)" }
    #expect(
      Set(absences) == [
        #"["a"]: no row stands in the way now"#, #"["b"]: the column has no value now"#,
      ])
    #expect(facts.steps.values.allSatisfy { $0.findings.isEmpty })
  }

  @Test func rowsAndDuplicatesAreCounted() async throws {
    let database = try CatalogueTests.database()
    try database.run(
      """
      CREATE TABLE t (id int PRIMARY KEY, a int, b int);
      INSERT INTO t SELECT x, x / 2, 1 FROM generate_series(0, 99) AS x;
      CREATE TABLE u (id int PRIMARY KEY);
      INSERT INTO u SELECT x FROM generate_series(0, 100000) AS x; ANALYZE u
      """)
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(
      to: """
        model t {
          id Int  @id
          a  Int?
          b  Int?
          @@unique([a, b])
        }
        """, connection)
    let facts = try await connection.facts(on: plan, mode: .exact)
    let sizes = facts.steps.values.compactMap(\.size).sorted { $0.table.name < $1.table.name }
    #expect(sizes.map(\.rows) == [100, 100001])
    // More than are counted.
    #expect(sizes.map(\.isExact) == [true, false])
    #expect(sizes.first?.text.hasPrefix("100 rows, ") == true)
    let texts = facts.steps.values.flatMap(\.findings).map(\.text)
    #expect(texts.contains { $0.hasPrefix("50 values of `a`, `b` occur in several rows of `t`") })
    #expect(texts.contains { $0.hasPrefix("`u` has more than 100,000 rows") })
  }

  @Test func whatGetsAnotherNameIsNotAsked() async throws {
    let database = try CatalogueTests.database()
    try database.run("CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL)")
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: "model u {\n  id Int @id\n  a  Int\n}", connection)
    let table = QualifiedName(namespace: "public", name: "t")
    let renaming = Plan(
      from: plan.previous, to: plan.next, renames: [SQLRename(table: table, to: "u")])
    let facts = try await connection.facts(on: renaming, mode: .exact)
    #expect(facts.gaps == ["what `u` holds was not asked, since this migration gives it its names"])
    #expect(Set(facts.steps.values.compactMap(\.size?.table)) == [table])
    #expect(facts.steps.values.allSatisfy { $0.size?.rows == 1 })
  }

  @Test func usersOfATableAreNamed() async throws {
    let database = try CatalogueTests.database()
    try database.run("CREATE TABLE t (id int PRIMARY KEY)")
    let other = try await Connection.open(
      try ConnectionURL(database.url + "&application_name=shop"))
    try await other.execute("BEGIN; SELECT * FROM t")
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: "model t {\n  id Int @id\n  a  Int?\n}", connection)
    let facts = try await connection.facts(on: plan, mode: .estimates)
    let finding = try #require(facts.steps[0]?.findings.first)
    #expect(finding.code == .briefExclusiveLock)
    #expect(finding.text.contains("of `shop` (idle in transaction"))
  }

  @Test func gapsAreNamed() async throws {
    let database = try CatalogueTests.database()
    let role = "reader_\(database.name)"
    try database.run(
      """
      CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL);
      CREATE TABLE u (id int PRIMARY KEY, a int); INSERT INTO u VALUES (1, NULL);
      ALTER TABLE u ENABLE ROW LEVEL SECURITY;
      CREATE ROLE "\(role)" LOGIN; GRANT SELECT ON u TO "\(role)"
      """)
    let connection = try await Connection.open(
      try ConnectionURL(
        "postgresql://\(role)@localhost/\(database.name)?host=\(database.socketFolder)"))
    let models = "model t {\n  id Int @id\n  a  Int\n}\nmodel u {\n  id Int @id\n  a  Int\n}"
    let plan = try await plan(to: models, connection)
    let facts = try await connection.facts(on: plan, mode: .exact)
    // Row-level security would have shown an empty table.
    #expect(
      facts.gaps == [
        "what `t` holds could not be found out: the user may not read it",
        "what `u` holds could not be found out: the user may not read it",
      ])
    let losses = try await connection.losses(of: plan)
    #expect(losses.map(\.loss) == plan.dataLoss.map(\.1))
    #expect(losses.allSatisfy { $0.count == nil })
  }

  @Test func lockedTablesAreGaps() async throws {
    let database = try CatalogueTests.database()
    try database.run("CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL)")
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(to: "model t {\n  id Int @id\n  a  Int\n}", connection)
    let other = try await Connection.open(try ConnectionURL(database.url))
    try await other.execute("BEGIN; LOCK TABLE t")
    let facts = try await connection.facts(on: plan, mode: .exact)
    #expect(
      facts.gaps.contains(
        "what `t` holds could not be found out: another transaction has it locked"))
    #expect(facts.steps[0]?.findings.map(\.code) == [.briefExclusiveLock])
  }

  @Test func lossesAreCounted() async throws {
    let database = try CatalogueTests.database()
    try database.run(
      """
      CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int);
      INSERT INTO t VALUES (1, NULL, NULL, NULL), (2, 1, NULL, 5);
      CREATE TABLE u (id int PRIMARY KEY, a int); CREATE TABLE v (id int); INSERT INTO v VALUES (1)
      """)
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let plan = try await plan(
      to: "model t {\n  id Int @id\n  c  Int\n  d  Int\n}\nmodel u {\n  id Int @id\n  a  Int\n}",
      connection)
    let losses = try await connection.losses(of: plan)
    #expect(
      Set(losses.map { "\($0.loss) \($0.count ?? -1)" }) == [
        "dropTable(table: \"v\") 1", "dropColumn(table: \"t\", column: \"a\") 1",
        "madeRequired(table: \"t\", column: \"c\") 1",
        "addedRequired(table: \"t\", column: \"d\") 2",
      ])
  }
}

extension Plan {
  fileprivate var addsPrimaryKey: Bool {
    steps.contains { step in
      if case .alterTable(_, _, let changes) = step {
        changes.contains(.addPrimaryKey)
      } else {
        false
      }
    }
  }
}
