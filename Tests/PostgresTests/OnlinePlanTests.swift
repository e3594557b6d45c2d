import Migration
import Postgres
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The online plan on servers: it leads to what Prisma's own script leads to, and nothing is left to do.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct OnlinePlanTests {
  /// A change.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let before: String
    let after: String
    var renames: [SQLRename] = []
    /// Rows that are there before.
    var rows = ""
    /// Asked behind, with its answer.
    var question: (sql: String, answer: String)?
    /// Whether Prisma's own script fails: then a new database is the measure.
    var isRefused = false

    var testDescription: String { name }
  }

  private static func table(_ fields: String) -> String {
    "model T {\n  id Int @id\n  \(fields)\n}\n"
  }
  private static let name = QualifiedName(namespace: "public", name: "T")

  static let cases: [Case] = [
    Case(
      name: "columns", before: table("a Int\n  b String?\n  gone Int"),
      after: table("a Int?\n  b String @default(\"x\")\n  c Int\n  d Int @default(5)\n  e Int[]"),
      rows: "INSERT INTO \"T\" SELECT 1, 2, 'y', 3 WHERE false"),
    Case(
      name: "defaults that differ from row to row", before: table("a Int?"),
      after: table(
        "a Int?\n  u String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid\n"
          + "  s Int @default(autoincrement())\n  b BigInt @default(autoincrement())"),
      rows: "INSERT INTO \"T\" SELECT i, i FROM generate_series(1, 5) i",
      question: ("SELECT count(DISTINCT u), count(DISTINCT s), max(b) FROM \"T\"", "5|5|5")),
    Case(
      name: "indexes",
      before: table("a Int\n  b Int\n  c Int @unique\n  @@index([a])\n  @@index([b], map: \"x\")"),
      after: table(
        "a Int @unique\n  b Int\n  c Int\n  @@index([a, b], map: \"x\")\n"
          + "  @@index([c], type: Hash, map: \"T_a_idx\")")),
    Case(
      name: "casts", before: table("a Int\n  t String\n  i String @default(\"5\")\n  b Boolean"),
      after: table("a BigInt\n  t String @db.VarChar(50)\n  i Int @default(7)\n  b Int"),
      rows: "INSERT INTO \"T\" VALUES (1, 2, 'x', '42', true)",
      question: ("SELECT a, t, i, b FROM \"T\"", "2|x|42|1"), isRefused: true),
    Case(
      name: "casts of texts and lists",
      before: table("u String\n  j Int\n  l String\n  m Int[]\n  n Int @unique"),
      after: table("u String @db.Uuid\n  j Json\n  l String[]\n  m BigInt[]\n  n Boolean @unique"),
      rows: "INSERT INTO \"T\" VALUES "
        + "(1, '00000000-0000-0000-0000-000000000001', 7, 'x', '{1,2}', 1)",
      question: ("SELECT j, l, m, n FROM \"T\"", "7|{x}|{1,2}|t"), isRefused: true),
    Case(
      name: "what can't be cast", before: table("a DateTime\n  @@index([a])"),
      after: table("a Int\n  @@index([a])")),
    Case(
      name: "primary keys",
      before: "model A {\n  id Int @id\n  b Int\n}\nmodel B {\n  x Int @unique\n}\n"
        + "model C {\n  id Int @id(map: \"old\")\n}\n"
        + "model D {\n  id Int @id @default(autoincrement())\n}",
      after: "model A {\n  id Int\n  b Int\n  @@id([id, b])\n}\nmodel B {\n  x Int @id\n}\n"
        + "model C {\n  id Int @id\n}\nmodel D {\n  id BigInt @id @default(autoincrement())\n}",
      isRefused: true),
    Case(
      name: "foreign keys",
      before: "model A {\n  id Int @id\n  b Int?\n  o O @relation(fields: [k], references: [id])\n"
        + "  k Int\n}\nmodel O {\n  id Int @id\n  a A[]\n}\nmodel G {\n  id Int @id\n  h H[]\n}\n"
        + "model H {\n  id Int @id\n  g G @relation(fields: [x], references: [id])\n  x Int\n}",
      after: "model A {\n  id Int @id\n  b Int?\n  k BigInt\n"
        + "  o O @relation(fields: [k], references: [id], onDelete: Cascade)\n"
        + "  n N? @relation(fields: [b], references: [u])\n}\n"
        + "model O {\n  id BigInt @id\n  a A[]\n}\nmodel N {\n  id Int @id\n  u Int @unique\n"
        + "  a A[]\n  o Int\n}"),
    Case(
      name: "enums",
      before: table("e E @default(A)\n  f F\n  l E[]\n  o G") + "enum E {\n  A\n  B\n}\n"
        + "enum F {\n  X\n}\nenum G {\n  P\n}\n",
      after: table("e E @default(N)\n  f F @default(Y)\n  l E[]\n  o String\n  n E @default(A)")
        + "enum E {\n  A\n  N\n}\nenum F {\n  X\n  Y\n}\n",
      rows: "INSERT INTO \"T\" VALUES (1, 'A', 'X', '{A}', 'P')",
      question: ("SELECT e, f, l, o, n FROM \"T\"", "A|X|{A}|P|A"), isRefused: true),
    Case(
      name: "an enum that loses a value",
      before: table("e E @default(A)\n  f E? @unique\n  l E[] @default([A])\n  @@index([e, f])")
        + "enum E {\n  A\n  B\n}\n",
      after: table("e E @default(A)\n  f E? @unique\n  l E[] @default([A])\n  @@index([e, f])")
        + "enum E {\n  A\n  C\n}\n",
      rows: "INSERT INTO \"T\" VALUES (1, 'A', NULL, '{A,A}')",
      question: ("SELECT e, f, l FROM \"T\"", "A||{A,A}")),
    Case(
      name: "keys that others refer to",
      before:
        "model A {\n  id Int @id @default(autoincrement())\n  bs B[]\n  self A[] @relation(\"s\")\n"
        + "  up A? @relation(\"s\", fields: [upId], references: [id])\n  upId Int?\n}\n"
        + "model B {\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n  k String\n"
        + "  @@id([aId, k])\n}",
      after: "model A {\n  id BigInt @id @default(autoincrement())\n  bs B[]\n"
        + "  self A[] @relation(\"s\")\n"
        + "  up A? @relation(\"s\", fields: [upId], references: [id])\n  upId BigInt?\n}\n"
        + "model B {\n  a A @relation(fields: [aId], references: [id])\n  aId BigInt\n  k String\n"
        + "  @@id([aId, k])\n}",
      rows: "INSERT INTO \"A\" (\"upId\") VALUES (NULL), (1), (2); "
        + "INSERT INTO \"B\" SELECT id, 'x' FROM \"A\"",
      question: ("SELECT count(*), max(\"upId\") FROM \"A\" JOIN \"B\" ON id = \"aId\"", "3|2"),
      isRefused: true),
    Case(
      name: "a sequence that comes", before: table("a Int"),
      after: table("a Int @default(autoincrement())")),
    Case(
      name: "a sequence that goes", before: table("a Int @default(autoincrement())"),
      after: table("a Int"), isRefused: true),
    Case(
      name: "renames", before: table("a Int\n  b Int\n  @@index([a])\n  @@unique([b])"),
      after: "model U {\n  id Int @id\n  c Int\n  d Int\n  @@index([c])\n  @@unique([d])\n}",
      renames: [
        SQLRename(table: name, column: "a", to: "c"), SQLRename(table: name, column: "b", to: "d"),
        SQLRename(table: name, to: "U"),
      ],
      rows: "INSERT INTO \"T\" VALUES (1, 2, 3)",
      question: ("SELECT id, c, d FROM \"U\"", "1|2|3")),
  ]

  @Test(arguments: TestServer.versions, cases)
  func `both plans lead to the same`(server: TestServer, change: Case) async throws {
    let before = try structure(change.before)
    let after = try structure(change.after)
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let plan = Plan(from: before, to: after, renames: change.renames)
    let first = SQLScript(Plan(from: empty, to: before), profile: .sevenTen).text

    let database = try server.makeDatabase()
    try database.run("\(first)\n\(change.rows)")
    for part in OnlinePlan(plan, profile: .sevenTen, version: server.majorVersion).parts {
      try database.run(part.isTransactional ? "BEGIN;\n\(part.sql)COMMIT;" : part.sql)
    }
    let reference = try server.makeDatabase()
    if change.isRefused {
      try reference.run(SQLScript(Plan(from: empty, to: after), profile: .sevenTen).text)
    } else {
      try reference.run(first)
      try reference.run(SQLScript(plan, profile: .sevenTen).text)
    }
    #expect(try lines(of: database) == lines(of: reference))
    if let question = change.question {
      #expect(try database.run(question.sql) == question.answer + "\n")
    }
    // Nothing is left to do.
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let live = try await connection.catalogue(of: ["public"]).schema
    await connection.close()
    #expect(Plan(from: live, to: after).steps == [])
  }

  /// Rows that are written between the parts, by people who know nothing of it, get the same values as those
  /// that were there before, and the table is never written anew.
  @Test(arguments: TestServer.versions)
  func `everybody works on while types change`(server: TestServer) throws {
    func text(_ integer: String, _ string: String, _ labels: String) -> String {
      "model T {\n  id \(integer) @id @default(autoincrement())\n  a \(integer) @default(7)\n"
        + "  s \(string)\n  e E @default(A)\n  @@index([a])\n  @@unique([id, e])\n}\n"
        + "enum E {\n  \(labels)\n}"
    }
    let before = try structure(text("Int", "String", "A\n  B"))
    let plan = Plan(from: before, to: try structure(text("BigInt", "Int", "A")))
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let database = try server.makeDatabase()
    let rows = """
      INSERT INTO "T" (s) VALUES ('7');
      INSERT INTO "T" (a, s) SELECT i, i FROM generate_series(1, 3000) i;
      UPDATE "T" SET a = 5, s = '5' WHERE id % 10 = 0;
      """
    try database.run(SQLScript(Plan(from: empty, to: before), profile: .sevenTen).text + rows)
    let place = try database.run("SELECT pg_relation_filenode('\"T\"')")
    let parts = OnlinePlan(plan, profile: .sevenTen, version: server.majorVersion).parts
    for part in parts {
      try database.run(part.sql)
      try database.run(rows)
    }
    #expect(try database.run("SELECT pg_relation_filenode('\"T\"')") == place)
    #expect(
      try database.run(
        "SELECT count(*) = \(3001 * (parts.count + 1)), bool_and(a = s AND e = 'A') FROM \"T\"")
        == "t|t\n")
    #expect(try database.run("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal") == "0\n")
  }

  /// The plan is made from what a server tells of itself.
  @Test(arguments: TestServer.versions)
  func `a live database changes like a schema`(server: TestServer) async throws {
    let table =
      "CREATE TABLE \"U\" (id INT GENERATED BY DEFAULT AS IDENTITY NOT NULL, "
      + "a INT NOT NULL, CONSTRAINT \"U_pkey\" PRIMARY KEY (id)); "
    let unique = "ALTER TABLE \"U\" ADD CONSTRAINT \"U_a_key\" UNIQUE (a) DEFERRABLE; "
    let identity = try structure(
      "model U {\n  id BigInt @id @default(autoincrement())\n  a BigInt @unique\n}")
    let counted =
      "CREATE TABLE \"U\" (id SERIAL NOT NULL, CONSTRAINT \"U_pkey\" PRIMARY KEY (id)); "
      + "CREATE TABLE \"B\" (id INT CONSTRAINT \"B_pkey\" PRIMARY KEY, u INT NOT NULL "
      + "CONSTRAINT \"B_u_fkey\" REFERENCES \"U\" ON UPDATE CASCADE ON DELETE RESTRICT); "
    let key = try structure(
      "model U {\n  id BigInt @id @default(autoincrement())\n  b B[]\n}\nmodel B {\n  id Int @id\n"
        + "  r U @relation(fields: [u], references: [id])\n  u BigInt\n}")
    for (text, after) in [(table + unique, identity), (counted, key)] {
      let database = try server.makeDatabase()
      try database.run(text)
      for _ in 1...2 {
        let connection = try await Connection.open(try ConnectionURL(database.url))
        let live = try await connection.catalogue(of: ["public"]).schema
        await connection.close()
        let parts = OnlinePlan(
          Plan(from: live, to: after), profile: .sevenTen, version: server.majorVersion
        ).parts
        for part in parts { try database.run(part.sql) }
      }
      let connection = try await Connection.open(try ConnectionURL(database.url))
      let live = try await connection.catalogue(of: ["public"]).schema
      await connection.close()
      #expect(Plan(from: live, to: after).steps == [])
    }
  }

  /// Rows that others move are filled, too, and a default that gives no value does not go on for ever.
  @Test(arguments: TestServer.versions)
  func `no row is missed by a fill`(server: TestServer) async throws {
    let (before, after) = (
      try structure(Self.table("a Int")),
      try structure(
        Self.table(
          "a Int\n  u String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid\n"
            + "  n Int? @default(dbgenerated(\"nullif(1, 1)\"))"))
    )
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let database = try server.makeDatabase()
    try database.run(
      SQLScript(Plan(from: empty, to: before), profile: .sevenTen).text
        + "INSERT INTO \"T\" SELECT i, i FROM generate_series(1, 20000) i")
    let parts = OnlinePlan(Plan(from: before, to: after), profile: .sevenTen).parts
    try database.run(try #require(parts.first).sql)
    let others = Task.detached {
      // Each row gets another place, from the last one on. Who locks several rows against the order of the
      // fill may meet it in a deadlock, which PostgreSQL ends.
      try database.run(
        "DO $$ BEGIN FOR i IN REVERSE 20000..1 LOOP UPDATE \"T\" SET a = a + 1 WHERE id = i; "
          + "COMMIT; END LOOP; END $$")
    }
    for part in parts.dropFirst() { try database.run(part.sql) }
    _ = try await others.value
    #expect(
      try database.run("SELECT count(*), count(u), count(n) FROM \"T\"") == "20000|20000|0\n")
  }

  @Test(arguments: TestServer.versions)
  func `names with quotes in them work`(server: TestServer) async throws {
    func text(_ type: String, _ rest: String) -> String {
      "model T {\n  id Int @id(map: \"p\\\"k\")\n  a \(type) @map(\"a\\\"b\")\n"
        + "  e E @map(\"e\\\"\")\n  \(rest)\n  @@index([a], map: \"i\\\"j\")\n  @@map(\"t\\\"u\")\n}\n"
        + "enum E {\n  A @map(\"it's\")\n  @@map(\"e\\\"f\")\n}\n"
    }
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let before = try structure(text("Int", ""))
    let after = try structure(
      text("BigInt", "c Int? @map(\"c\\\"d\")\n  u String @unique(map: \"q\\\"r\") @map(\"u\\\"\")")
    )
    let database = try server.makeDatabase()
    for plan in [Plan(from: empty, to: before), Plan(from: before, to: after)] {
      for part in OnlinePlan(plan, profile: .sevenTen).parts { try database.run(part.sql) }
    }
    let connection = try await Connection.open(try ConnectionURL(database.url))
    let live = try await connection.catalogue(of: ["public"]).schema
    await connection.close()
    #expect(live.tables.map(\.name.name) == ["t\"u"])
    #expect(Plan(from: live, to: after).steps == [])
  }

  /// Without a version the plan is one that all of them take.
  @Test(arguments: TestServer.versions)
  func `the plan for any version runs on each`(server: TestServer) throws {
    let change = try #require(Self.cases.first)
    let before = try structure(change.before)
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let plan = Plan(from: before, to: try structure(change.after))
    let database = try server.makeDatabase()
    let reference = try server.makeDatabase()
    for database in [database, reference] {
      try database.run(SQLScript(Plan(from: empty, to: before), profile: .sevenTen).text)
    }
    for part in OnlinePlan(plan, profile: .sevenTen).parts { try database.run(part.sql) }
    try reference.run(SQLScript(plan, profile: .sevenTen).text)
    #expect(try lines(of: database) == lines(of: reference))
  }

  /// What is in a database, in any order: that of columns differs.
  private func lines(of database: TestDatabase) throws -> [String] {
    try database.run(Self.inventory).split(separator: "\n").map(String.init).sorted()
  }

  /// A row for each column, constraint, index, sequence and label.
  private static let inventory = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
      AND NOT a.attisdropped;
    SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace;
    SELECT pg_get_indexdef(indexrelid), indisvalid, indisprimary FROM pg_index
      JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace = 'public'::regnamespace;
    SELECT s.seqrelid::regclass, s.seqtypid::regtype, d.refobjid::regclass, d.refobjsubid > 0
      FROM pg_sequence s LEFT JOIN pg_depend d ON d.objid = s.seqrelid AND d.deptype = 'a';
    SELECT t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumlabel) FROM pg_enum e
      JOIN pg_type t ON t.oid = e.enumtypid GROUP BY 1;
    """
}
