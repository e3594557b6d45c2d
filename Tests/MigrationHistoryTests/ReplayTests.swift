import Migration
import Testing

@testable import MigrationHistory

/// Replaying scripts without a database.
@Suite struct ReplayTests {
  static func script(_ sql: String, named name: String = "1_a") -> MigrationScript {
    MigrationScript(
      migration: name, path: "migrations/\(name)/migration.sql", bytes: Array(sql.utf8))
  }

  /// Replays scripts and compares what they leave, line by line. Everything must be understood.
  private func check(
    _ scripts: String..., leaves expected: String, schemas: [String] = [],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    var replay = Replay()
    for (index, sql) in scripts.enumerated() {
      try replay.apply(Self.script(sql, named: "\(index)"))
    }
    #expect(replay.findings == [], sourceLocation: place)
    let lines = description(of: replay.schema(namespaces: schemas))
    #expect(lines == expected.split(separator: "\n").map(String.init), sourceLocation: place)
  }

  @Test func replaysWhatPrismaWrites() throws {
    try check(
      """
      -- CreateEnum
      CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');

      -- CreateTable
      CREATE TABLE "User" (
          "id" SERIAL NOT NULL,
          "email" VARCHAR(100) NOT NULL,
          "role" "Role" NOT NULL DEFAULT 'USER',
          "tags" TEXT[] DEFAULT ARRAY['a', 'b']::TEXT[],
          "price" DECIMAL(65,30) NOT NULL DEFAULT -1,
          "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
          "day" DATE DEFAULT '2020-01-01 10:00:00 +00:00',
          "bytes" BYTEA DEFAULT '\\x6869',
          "json" JSONB NOT NULL DEFAULT '{ "a" : 1 }',

          CONSTRAINT "User_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "Post" (
          "id" BIGSERIAL NOT NULL,
          "authorId" INTEGER,

          CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
      );

      -- CreateIndex
      CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

      -- CreateIndex
      CREATE INDEX "User_json_idx" ON "User" USING GIN ("json");

      -- CreateIndex
      CREATE INDEX "User_at_idx" ON "User"("at" DESC) WHERE (role <> 'ADMIN');

      -- AddForeignKey
      ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
      """,
      leaves: """
        enum Role: USER ADMIN
        table Post
        Post.id: BigInt required autoincrement = sequence Post_id_seq
        Post.authorId: Integer nullable
        Post key Post_pkey (id)
        Post foreign key Post_authorId_fkey (authorId) -> User(id) SET NULL, CASCADE
        table User
        User.id: Integer required autoincrement = sequence User_id_seq
        User.email: VarChar(100) required
        User.role: Role required = label USER
        User.tags: Text list = ['a', 'b']
        User.price: Decimal(65,30) required = -1
        User.at: Timestamp(3) required = now
        User.day: Date nullable = expression '2020-01-01'::date
        User.bytes: ByteA nullable = bytes [104, 105]
        User.json: JsonB required = json {"a": 1}
        User key User_pkey (id)
        User normal User_at_idx BTREE (at DESC) where (role <> 'ADMIN'::"Role")
        User unique User_email_key BTREE (email)
        User normal User_json_idx GIN (json jsonb_ops!)
        """)
  }

  @Test func swapsEnums() throws {
    try check(
      """
      CREATE TYPE "E" AS ENUM ('A', 'B');
      CREATE TABLE t (e "E" NOT NULL DEFAULT 'A', l "E"[]);
      """,
      """
      BEGIN;
      CREATE TYPE "E_new" AS ENUM ('A', 'C');
      ALTER TABLE "t" ALTER COLUMN "e" DROP DEFAULT;
      ALTER TABLE "t" ALTER COLUMN "e" TYPE "E_new" USING ("e"::text::"E_new");
      ALTER TABLE "t" ALTER COLUMN "l" TYPE "E_new"[] USING ("l"::text::"E_new"[]);
      ALTER TYPE "E" RENAME TO "E_old";
      ALTER TYPE "E_new" RENAME TO "E";
      DROP TYPE "E_old";
      ALTER TABLE "t" ALTER COLUMN "e" SET DEFAULT 'A';
      COMMIT;
      """,
      leaves: """
        enum E: A C
        table t
        t.e: E required = label A
        t.l: E list
        """)
  }

  @Test func changesLabels() throws {
    try check(
      """
      CREATE TYPE e AS ENUM ('b');
      CREATE TABLE t (a e DEFAULT 'b');
      ALTER TYPE e ADD VALUE 'd';
      ALTER TYPE e ADD VALUE IF NOT EXISTS 'd';
      ALTER TYPE e ADD VALUE 'a' BEFORE 'b';
      ALTER TYPE e ADD VALUE 'c' AFTER 'b';
      ALTER TYPE e RENAME VALUE 'b' TO 'x y';
      """,
      leaves: """
        enum e: a x y c d
        table t
        t.a: e nullable = label x y
        """)
  }

  @Test func followsRenames() throws {
    try check(
      """
      CREATE TABLE a (id serial PRIMARY KEY, n text UNIQUE, CHECK (length(n) > 1));
      CREATE TABLE b (a_id int REFERENCES a);
      CREATE INDEX i ON a (n) WHERE n IS NOT NULL;
      ALTER TABLE a RENAME TO c;
      ALTER TABLE c RENAME COLUMN n TO "Name";
      ALTER TABLE c RENAME CONSTRAINT a_pkey TO c_pkey;
      ALTER INDEX a_n_key RENAME TO c_name_key;
      ALTER TABLE i RENAME TO j;
      ALTER TABLE b RENAME CONSTRAINT b_a_id_fkey TO f;
      ALTER SEQUENCE a_id_seq RENAME TO c_id_seq;
      """,
      leaves: """
        table b
        b.a_id: Integer nullable
        b foreign key f (a_id) -> c(id) NO ACTION, NO ACTION
        table c
        c.id: Integer required autoincrement = sequence c_id_seq
        c.Name: Text nullable
        c key c_pkey (id)
        c unique c_name_key BTREE (Name)
        c normal j BTREE (Name) where ("Name" IS NOT NULL)
        """)
  }

  @Test func namesWhatNobodyNames() throws {
    let long = String(repeating: "x", count: 40)
    try check(
      """
      CREATE TABLE t (a int, b int, UNIQUE (a, b), UNIQUE (b));
      CREATE INDEX ON t (a, b);
      CREATE INDEX ON t (a, b);
      ALTER TABLE t ADD UNIQUE (b);
      CREATE TABLE "\(long)" ("\(long)" int UNIQUE);
      """,
      leaves: """
        table t
        t.a: Integer nullable
        t.b: Integer nullable
        t normal t_a_b_idx BTREE (a, b)
        t normal t_a_b_idx1 BTREE (a, b)
        t unique t_a_b_key BTREE (a, b)
        t unique t_b_key BTREE (b)
        t unique t_b_key1 BTREE (b)
        table \(long)
        \(long).\(long): Integer nullable
        \(long) unique \(long.prefix(29))_\(long.prefix(29))_key BTREE (\(long))
        """)
  }

  @Test func dropsWhatBelongsToAColumn() throws {
    try check(
      """
      CREATE TABLE a (id int PRIMARY KEY, k int UNIQUE);
      CREATE TABLE b (id serial, k int REFERENCES a(k), n int, CHECK (n > id));
      CREATE INDEX b_k_n ON b (k, n);
      CREATE INDEX b_n ON b (n) WHERE id > 1;
      ALTER TABLE b DROP COLUMN id;
      ALTER TABLE a DROP COLUMN k CASCADE;
      ALTER TABLE b DROP COLUMN IF EXISTS missing, ALTER COLUMN n SET NOT NULL;
      CREATE SEQUENCE b_id_seq;
      """,
      leaves: """
        table a
        a.id: Integer required
        a key a_pkey (id)
        table b
        b.k: Integer nullable
        b.n: Integer required
        b normal b_k_n BTREE (k, n)
        """)
  }

  @Test func printsWhatOperatorsCast() throws {
    try check(
      """
      CREATE TABLE t (s smallint, n numeric(5,2), f real, v varchar(3), b bigint);
      CREATE INDEX i ON t (s) WHERE s & 1 > 0 AND n >= 0 AND f < 1.5 AND v IN ('a', 'b') AND b <> -1;
      """,
      leaves: """
        table t
        t.s: SmallInt nullable
        t.n: Decimal(5,2) nullable
        t.f: Real nullable
        t.v: VarChar(3) nullable
        t.b: BigInt nullable
        t normal i BTREE (s) where ((((s)::integer & 1) > 0) AND (n >= (0)::numeric) \
        AND (f < (1.5)::double precision) AND ((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) \
        AND (b <> '-1'::integer))
        """)
  }

  @Test func dropsDefaultsWithTheirType() throws {
    try check(
      """
      CREATE TYPE e AS ENUM ('a');
      CREATE TABLE t (a e DEFAULT 'a');
      ALTER TABLE t ALTER COLUMN a TYPE text;
      DROP TYPE e CASCADE;
      """, leaves: "table t\nt.a: Text nullable")
  }

  @Test func runsPartsInTheOrderOfPostgreSQL() throws {
    try check(
      """
      CREATE TABLE t (a int, CONSTRAINT c UNIQUE (a));
      ALTER TABLE t ADD COLUMN a text, DROP COLUMN a;
      ALTER TABLE t ADD CONSTRAINT c UNIQUE (b), ADD COLUMN b int NOT NULL DEFAULT 1;
      """,
      leaves: """
        table t
        t.a: Text nullable
        t.b: Integer required = 1
        t unique c BTREE (b)
        """)
  }

  @Test func keepsOtherSchemasApart() throws {
    try check(
      """
      CREATE SCHEMA IF NOT EXISTS "auth";
      CREATE TABLE "auth"."User" ("id" INTEGER PRIMARY KEY);
      CREATE TABLE "Post" ("id" INTEGER, "userId" INTEGER REFERENCES auth."User");
      SET search_path TO auth, public;
      CREATE TABLE "Session" (id int);
      ALTER TABLE "Post" SET SCHEMA auth;
      """,
      leaves: """
        table auth.Post
        auth.Post.id: Integer nullable
        auth.Post.userId: Integer nullable
        auth.Post foreign key Post_userId_fkey (userId) -> auth.User(id) NO ACTION, NO ACTION
        table auth.Session
        auth.Session.id: Integer nullable
        table auth.User
        auth.User.id: Integer required
        auth.User key User_pkey (id)
        """, schemas: ["auth"])
  }

  @Test func leavesAloneWhatItDoesNotFollow() throws {
    try check(
      """
      CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) STORED, i int GENERATED ALWAYS AS IDENTITY);
      CREATE VIEW v AS SELECT * FROM t;
      CREATE OR REPLACE VIEW v AS SELECT id FROM t;
      CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
      CREATE INDEX ON m (one);
      CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN; RETURN NEW; END; $$ LANGUAGE plpgsql;
      CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
      CREATE FUNCTION g(a int) RETURNS int BEGIN ATOMIC; SELECT 1; SELECT CASE a WHEN 1 THEN 2 END; END;
      ALTER TABLE t ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON t FOR SELECT USING (id > 0);
      COMMENT ON TABLE t IS 'a; b';
      INSERT INTO t VALUES (1); UPDATE t SET id = 2; DELETE FROM missing;
      CREATE INDEX CONCURRENTLY IF NOT EXISTS e ON t (lower(id::text));
      CREATE EXTENSION IF NOT EXISTS citext;
      GRANT SELECT ON t TO public;
      DROP VIEW v; DROP MATERIALIZED VIEW m;
      CREATE TEMP TABLE temporary AS SELECT id, count(*) FROM t GROUP BY 1;
      CREATE UNIQUE INDEX ON temporary (count);
      CREATE TABLE copy AS SELECT id AS number FROM t;
      """,
      leaves: """
        table copy
        copy.number: Integer nullable
        table t
        t.id: Integer nullable
        t.g: Integer nullable
        t.i: Integer required autoincrement
        """)
  }

  @Test func tellsOfSpecialThings() throws {
    var replay = Replay()
    try replay.apply(
      Self.script(
        """
        CREATE TABLE t (id int CHECK (id > 0), g int GENERATED ALWAYS AS (id * 2) STORED);
        COMMENT ON COLUMN t.id IS 'number';
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON t FOR SELECT USING (true);
        CREATE UNIQUE INDEX e ON t (abs(id));
        """))
    let details = try #require(
      replay.schema().details.tables[QualifiedName(namespace: "public", name: "t")])
    #expect(details.checks == [SQLDefinition(name: "t_id_check", text: "CHECK ((id > 0))")])
    #expect(details.generatedColumns == ["g": "(id * 2)"])
    #expect(details.columnComments == ["id": "number"])
    #expect(details.hasRowSecurity)
    #expect(details.policies == [SQLDefinition(name: "p", text: "SELECT")])
    #expect(
      details.expressionIndexes == [
        SQLDefinition(name: "e", text: "CREATE UNIQUE INDEX e ON public.t USING btree (abs(id))")
      ])
  }

  @Test func goesBackWithTransactions() throws {
    try check(
      """
      BEGIN; CREATE TABLE a (id int); ROLLBACK;
      BEGIN; CREATE TABLE b (id int); SAVEPOINT s; CREATE TABLE c (id int); ROLLBACK TO s; COMMIT;
      CREATE TEMP TABLE d (id int) ON COMMIT DROP;
      """,
      "CREATE TEMP TABLE d (id int); SET LOCAL search_path = none;", "CREATE TABLE e (id int);",
      leaves: "table b\nb.id: Integer nullable\ntable e\ne.id: Integer nullable")
  }

  @Test(arguments: [
    ("ALTER TABLE \"Missing\" ADD COLUMN a int", ReplayProblem.unknown(.table, "Missing"), "42P01"),
    ("ALTER TABLE t ADD COLUMN id int", .exists(.column, "id"), "42701"),
    ("ALTER TABLE t DROP COLUMN a", .unknown(.column, "a"), "42703"),
    ("ALTER TABLE t ADD COLUMN a \"None\"", .unknown(.type, "None"), "42704"),
    ("CREATE TABLE t (id int)", .exists(.table, "t"), "42P07"),
    ("CREATE TABLE none.t (id int)", .unknown(.schema, "none"), "3F000"),
    ("ALTER TABLE t DROP CONSTRAINT c", .unknown(.constraint, "c"), "42704"),
    ("ALTER TABLE t ADD PRIMARY KEY (id)", .secondPrimaryKey(table: "t"), "42P16"),
    ("DROP TABLE t", .inUse("t", by: "the foreign key `u_t_fkey`"), "2BP01"),
    ("ALTER TABLE t DROP COLUMN id", .inUse("id", by: "the foreign key `u_t_fkey`"), "2BP01"),
    ("DROP TYPE e", .inUse("e", by: "the column `e`"), "2BP01"),
    ("DROP INDEX t_pkey", .inUse("t_pkey", by: "the constraint of the same name"), "2BP01"),
    ("DROP TABLE t_pkey", .wrongKind("t_pkey", expected: .table), "42809"),
    ("ALTER TYPE e ADD VALUE 'a'", .exists(.label, "a"), "42710"),
    ("ALTER TYPE e RENAME VALUE 'b' TO 'c'", .unknown(.label, "b"), "42704"),
    (
      "ALTER TABLE u ADD FOREIGN KEY (t) REFERENCES t (e)",
      .noUniqueKey(table: "t", columns: ["e"]), "42830"
    ),
    ("ALTER TABLE u ADD FOREIGN KEY (t, t) REFERENCES t", .columnCounts, "42830"),
    ("SET search_path = ''; CREATE TABLE v (id int)", .noNamespace, "3F000"),
  ])
  func tellsWhatCannotBeApplied(sql: String, problem: ReplayProblem, state: String) throws {
    var replay = Replay()
    try replay.apply(
      Self.script(
        """
        CREATE TYPE e AS ENUM ('a');
        CREATE TABLE t (id int PRIMARY KEY, e e);
        CREATE TABLE u (t int, CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES t);
        """))
    let error = #expect(throws: ReplayError.self) {
      try replay.apply(Self.script("-- one\n\n/* two */ \(sql);", named: "2_b"))
    }
    #expect(error?.problem == problem)
    #expect(error?.line == 3)
    #expect(error?.migration == "2_b")
    #expect(error?.code == "P3006")
    #expect(problem.sqlState == state)
  }

  @Test(arguments: [
    ("CREATE TABLE t (id int);\nCREATE TABEL u (id int);\nCREATE TABLE v (id int);", 2),
    ("\n\nDO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD a int', 't'); END $$;", 3),
    ("DO LANGUAGE plpython3u $$ pass $$", 1),
    ("SELECT 1;\nCREATE SCHEMA s CREATE TABLE t (id int);", 2),
    ("CREATE TABLE a (id int); CREATE TABLE t AS SELECT count(*) FROM a", 1),
    (
      "CREATE FUNCTION f() RETURNS void AS 'BEGIN ALTER TABLE t ADD a int; END' LANGUAGE plpgsql;\n"
        + "SELECT g();\nSELECT F();", 3
    ),
    ("CREATE VIEW v AS SELECT " + String(repeating: "-", count: 5000) + "1", 1),
    ("CREATE VIEW v AS SELECT " + String(repeating: "1 + ", count: 5000) + "1", 1),
    ("CREATE VIEW v AS SELECT " + String(repeating: "(", count: 5000), 1),
  ])
  func tellsWhatItDoesNotUnderstand(sql: String, line: Int) throws {
    var replay = Replay()
    // Too many minus signs make a comment.
    try replay.apply(Self.script(sql.replacing("--", with: "- - ")))
    #expect(replay.findings.map(\.line) == [line])
  }

  @Test func goesOnBehindWhatItDoesNotUnderstand() throws {
    var replay = Replay()
    try replay.apply(Self.script("CREATE TABEL t (id int); CREATE TABLE u (id int);"))
    #expect(replay.schema().tables.map(\.name.name) == ["u"])
  }

  @Test(arguments: ["", ";;;", "-- nothing", "/* /* */", "'", "\"", "$$", "(", "E'\\", "\0", "$1$"])
  func survivesAnyText(sql: String) throws {
    var replay = Replay()
    try replay.apply(Self.script(sql))
    #expect(replay.schema().tables.isEmpty)
  }
}
