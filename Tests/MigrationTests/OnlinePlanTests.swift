@testable import Migration
import TestSupport
import Testing

struct OnlinePlanTests {
  private func model(_ fields: String) -> String { "model T {\n  id Int @id\n  \(fields)\n}" }

  private func parts(
    _ previous: String, _ next: String, renames: [SQLRename] = [], version: Int? = nil
  ) throws -> [ScriptPart] {
    let plan = Plan(
      from: try structure(previous), to: try structure(next), renames: renames)
    return OnlinePlan(plan, profile: .sevenTen, version: version).parts
  }

  /// The statements of each part, without notes and preambles.
  private func statements(
    _ previous: String, _ next: String, version: Int? = nil
  ) throws -> [[String]] {
    try parts(previous, next, version: version).map { part in
      part.statements.map(\.sql).filter { !$0.contains("lock_timeout") }
    }
  }

  @Test func `nothing to do makes no part`() throws {
    #expect(try parts(model("a Int"), model("a Int")).isEmpty)
  }

  @Test func `a quick change is one part that waits only a moment`() throws {
    let part = try #require(try parts(model("a Int"), model("a Int?")).first)
    #expect(part.name == "expand")
    #expect(part.isTransactional)
    #expect(
      part.sql.hasSuffix(
        "SET lock_timeout = '5s';\nALTER TABLE \"T\" ALTER COLUMN \"a\" DROP NOT NULL;\n"
          + "RESET lock_timeout;\n"))
    #expect(OnlinePlan.hazards(of: part, version: nil).joined().isEmpty)
  }

  @Test func `indexes are built beside the work`() throws {
    let parts = try parts(
      model("a Int\n  b Int\n  @@index([a], map: \"i\")"),
      model("a Int\n  b Int\n  @@unique([b], map: \"i\")"))
    #expect(parts.map(\.name) == ["index_i_new", "drop_index_i", "contract"])
    #expect(parts.map(\.isTransactional) == [false, false, true])
    #expect(
      parts.map { $0.statements[0].sql } == [
        "CREATE UNIQUE INDEX CONCURRENTLY \"i_new\" ON \"T\"(\"b\")",
        "DROP INDEX CONCURRENTLY \"i\"", "ALTER INDEX \"i_new\" RENAME TO \"i\"",
      ])
    #expect(
      OnlinePlan.hazards(of: parts[0], version: nil).joined().map(\.code) == [.willFail])
  }

  @Test func `a column becomes required without a scan under lock`() throws {
    let (before, after) = (model("a Int?"), model("a Int"))
    let check = "\"filled_1_T_a\""
    #expect(
      try statements(before, after) == [
        ["ALTER TABLE \"T\" ADD CONSTRAINT \(check) CHECK (\"a\" IS NOT NULL) NOT VALID"],
        [
          "ALTER TABLE \"T\" VALIDATE CONSTRAINT \(check)",
          "ALTER TABLE \"T\" ALTER COLUMN \"a\" SET NOT NULL",
          "ALTER TABLE \"T\" DROP CONSTRAINT \(check)",
        ],
      ])
    #expect(
      try statements(before, after, version: 18) == [
        ["ALTER TABLE \"T\" ADD CONSTRAINT \"T_a_not_null\" NOT NULL \"a\" NOT VALID"],
        ["ALTER TABLE \"T\" VALIDATE CONSTRAINT \"T_a_not_null\""],
      ])
    for part in try parts(before, after) {
      for statement in part.statements {
        #expect(!(statement.effect.scans && statement.effect.lock == .accessExclusive))
      }
    }
  }

  @Test func `a required column comes empty, and is filled`() throws {
    let parts = try parts(
      model(""),
      model("a Int\n  u String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid"))
    #expect(parts.map(\.name) == ["expand", "fill_t_u", "constrain", "validate"])
    #expect(
      parts[1].sql.contains(
        "SET \"u\" = DEFAULT\n        WHERE tableoid = sync_table AND ctid = sync_place "
          + "AND (\"u\" IS NULL)\n"))
    // Rows that others move meanwhile come in another round.
    #expect(parts[1].sql.contains("EXIT WHEN NOT sync_missed OR sync_idle >= 10;"))
    #expect(!parts[1].isTransactional)
    #expect(parts[3].sql.contains("-- Rows without a value in \"a\" make it fail"))
    #expect(!parts[3].sql.contains("value in \"u\""))
  }

  /// What a trigger gives a new column for the old one, nil when none does.
  private func cast(_ previous: String, _ next: String) throws -> String? {
    let sql = try statements(model(previous), model(next)).joined()
      .first { $0.contains("CREATE FUNCTION") }
    return sql?.split(separator: ":= ").last?.split(separator: ";").first.map { String($0) }
  }

  @Test func `values are cast where that can be`() throws {
    #expect(try cast("a String", "a Int") == "NEW.\"a\"::text::INTEGER")
    #expect(try cast("a Int", "a Boolean") == "NEW.\"a\" <> 0")
    #expect(try cast("a Boolean", "a BigInt") == "NEW.\"a\"::int::BIGINT")
    #expect(try cast("a Int", "a Json") == "to_jsonb(NEW.\"a\")")
    #expect(try cast("a Int", "a BigInt") == "NEW.\"a\"")
    #expect(try cast("a Int[]", "a BigInt[]") == "NEW.\"a\"")
    #expect(
      try cast("a Int", "a Int[]")
        == "CASE WHEN NEW.\"a\" IS NULL THEN '{}' ELSE ARRAY[NEW.\"a\"::INTEGER] END")
    #expect(try cast("a DateTime", "a Int") == nil)
    #expect(try cast("a Int[]", "a Int") == nil)
    // Where the bytes stay, nothing is written anew.
    #expect(try cast("a String", "a String @db.VarChar") == nil)
  }

  @Test func `a type changes beside the work`() throws {
    let parts = try parts(
      model("a Int @default(1)\n  b String?\n  @@index([a, b], map: \"i\")"),
      model("a BigInt @default(1)\n  b String?\n  @@index([a, b], map: \"i\")"))
    #expect(parts.map(\.name) == ["expand", "fill_t", "index_i_new", "check_t", "swap_t"])
    #expect(parts.map(\.isTransactional) == [true, false, false, true, true])
    #expect(parts.flatMap(\.statements).allSatisfy { !$0.effect.rewrites })
    for statement in parts.flatMap(\.statements) where statement.effect.scans {
      #expect((statement.effect.lock ?? .accessShare) <= .shareUpdateExclusive)
    }
    #expect(
      parts[0].statements.map(\.sql).filter { !$0.contains("lock_timeout") } == [
        "ALTER TABLE \"T\" ADD COLUMN \"a_new\" BIGINT",
        "CREATE FUNCTION \"sync_T\"() RETURNS trigger LANGUAGE plpgsql\n"
          + "SET search_path FROM CURRENT SET TimeZone FROM CURRENT AS $$\nBEGIN\n"
          + "  NEW.\"a_new\" := NEW.\"a\";\n  RETURN NEW;\nEND\n$$",
        "CREATE TRIGGER \"zz_sync_T\" BEFORE INSERT OR UPDATE ON \"T\" FOR EACH ROW EXECUTE FUNCTION "
          + "\"sync_T\"()",
        "ALTER TABLE \"T\" ADD CONSTRAINT \"filled_1_T_a\" CHECK (\"a_new\" IS NOT NULL) NOT VALID",
      ])
    #expect(
      parts[4].statements.map(\.sql) == [
        "SET lock_timeout = '5s'", "BEGIN", "DROP TRIGGER \"zz_sync_T\" ON \"T\"",
        "DROP FUNCTION \"sync_T\"()", "ALTER TABLE \"T\" DROP COLUMN \"a\"",
        "ALTER TABLE \"T\" RENAME COLUMN \"a_new\" TO \"a\"",
        "ALTER TABLE \"T\" ALTER COLUMN \"a\" SET NOT NULL",
        "ALTER TABLE \"T\" DROP CONSTRAINT \"filled_1_T_a\"",
        "ALTER INDEX \"i_new\" RENAME TO \"i\"",
        "ALTER TABLE \"T\" ALTER COLUMN \"a\" SET DEFAULT 1", "COMMIT", "RESET lock_timeout",
      ])
  }

  @Test func `an enum loses a value beside the work`() throws {
    let table = model("e E @default(A)\n  l E[] @default([A])")
    let parts = try parts(table + "\nenum E {\n  A\n  B\n}", table + "\nenum E {\n  A\n}")
    #expect(parts.map(\.name) == ["expand", "fill_t", "check_t", "swap_t"])
    #expect(parts.flatMap(\.statements).allSatisfy { !$0.effect.rewrites })
    #expect(parts[1].statements[0].hazards.contains { $0.code == .willFail })
    #expect(parts[3].sql.contains("SET DEFAULT ARRAY['A']::\"E_new\"[]"))
    // Nobody sees the type under another name.
    #expect(
      parts[3].sql.contains(
        "ALTER TYPE \"E_new\" RENAME TO \"E\";\nDROP TYPE \"E_old\";\nCOMMIT;"))
  }

  @Test func `all tables of an enum are swapped at once`() throws {
    func tables(_ fields: String) -> String {
      model("e E\n  \(fields)") + "\nmodel U {\n  id Int @id\n  e E\n}\n"
    }
    let parts = try parts(
      tables("gone E") + "enum E {\n  A\n  B\n}", tables("") + "enum E {\n  A\n}")
    #expect(
      parts.map(\.name)
        == ["expand", "fill_t", "fill_u", "check_t", "check_u", "swap", "contract"])
    let swap = parts[5].statements.map(\.sql)
    #expect(swap.count { $0 == "BEGIN" } == 1)
    #expect(swap.contains("ALTER TYPE \"E_new\" RENAME TO \"E\""))
    // A column that goes later has the old type until then.
    #expect(
      parts[6].statements.map(\.sql).dropLast().suffix(2) == [
        "ALTER TABLE \"T\" DROP COLUMN \"gone\"", "DROP TYPE \"E_old\"",
      ])
  }

  @Test func `a key of a database is swapped like one of a schema`() throws {
    func text(_ type: String) -> String {
      "model U {\n  id \(type) @id @default(autoincrement())\n  b B[]\n}\n"
        + "model B {\n  id Int @id\n  u U @relation(fields: [uId], references: [id])\n"
        + "  uId \(type)\n}"
    }
    let after = try structure(text("BigInt"))
    var before = try structure(text("Int"))
    for place in before.tables.indices {
      if let key = before.tables[place].primaryKey {
        before.tables[place].primaryKey = SQLPrimaryKey(
          name: key.name,
          columns: key.columns.map { SQLIndexColumn(name: $0.name, sort: .ascending) })
      }
    }
    let parts = OnlinePlan(Plan(from: before, to: after), profile: .sevenTen).parts
    #expect(parts.map(\.name).filter { $0.hasPrefix("index") } == ["index_u_pkey_new"])
    let added = parts.flatMap(\.statements).count { $0.sql.contains("ADD CONSTRAINT \"U_pkey\"") }
    #expect(added == 1)
  }

  @Test func `a plan brings fewer losses than Prisma's`() throws {
    func brought(_ previous: String, _ next: String) throws -> [DataLoss] {
      let plan = Plan(from: try structure(model(previous)), to: try structure(model(next)))
      let online = OnlinePlan(plan, profile: .sevenTen)
      #expect(!plan.dataLoss.isEmpty)
      return plan.dataLoss.map(\.1).filter(online.brings)
    }
    #expect(try brought("a String", "a Int") == [])
    #expect(try brought("a Int", "a Int[]") == [])
    #expect(try brought("a DateTime?", "a Int?") == [.columnRecreated(table: "T", column: "a")])
    #expect(try brought("a Int", "") == [.dropColumn(table: "T", column: "a")])
    #expect(try brought("", "a Int") == [.addedRequired(table: "T", column: "a")])
  }

  /// Why the table of a change is written anew in place, nil when it isn't.
  private func reason(
    _ previous: String, _ next: String, change: (inout SQLSchema) -> Void = { _ in }
  ) throws -> String? {
    var before = try structure(previous)
    change(&before)
    let plan = Plan(from: before, to: try structure(next))
    return OnlinePlan(plan, profile: .sevenTen).parts.flatMap(\.statements)
      .first { $0.effect.rewrites }?.note
  }

  @Test func `what hangs on a column keeps it in its place`() throws {
    let (int, big) = (model("a Int"), model("a BigInt"))
    let name = QualifiedName(namespace: "public", name: "T")
    #expect(try reason(int, big) == nil)
    func known(_ change: @escaping (inout SQLTableDetails) -> Void) throws -> String? {
      try reason(int, big) { schema in
        change(&schema.details.tables[name, default: SQLTableDetails()])
      }
    }
    let use = [SQLDefinition(name: "x", text: "CHECK ((a > 0))")]
    #expect(try known { $0.checks = use } == "In place, under lock: `x` needs `a`.")
    #expect(try known { $0.expressionIndexes = use } != nil)
    #expect(try known { $0.exclusions = use } != nil)
    #expect(try known { $0.triggers = use } != nil)
    #expect(try known { $0.policies = use } != nil)
    #expect(try known { $0.generatedColumns = ["g": "(a + 1)"] } != nil)
    #expect(try known { $0.isPartitioned = true } != nil)
    let (unique, wide) = (model("a Int @unique(map: \"u\")"), model("a BigInt @unique(map: \"u\")"))
    for change: (inout SQLTableDetails) -> Void in [
      { $0.deferrableConstraints = ["u"] },
      { $0.nullOrders = [SQLNullOrder(index: "u", column: "a")] },
    ] {
      let found = try reason(unique, wide) { schema in
        change(&schema.details.tables[name, default: SQLTableDetails()])
      }
      #expect(found?.contains("`u`") == true)
      #expect(
        try reason(int, big) { schema in
          change(&schema.details.tables[name, default: SQLTableDetails()])
        } == nil)
    }
    #expect(
      try reason(
        model("a Int @default(autoincrement())"), model("a BigInt @default(autoincrement())")
      ) { $0.tables[0].columns[1].defaultValue = nil }
        == "In place, under lock: `a` is an identity column.")
    #expect(try known { $0.hasInheritingTables = true } != nil)
    #expect(try known { $0.checks = [SQLDefinition(name: "x", text: "CHECK (id > 0)")] } == nil)
    #expect(try known { $0.columnComments = ["a": "It's"] } == nil)
    #expect(
      try reason(int, big) {
        $0.details.views = [
          SQLView(
            name: QualifiedName(namespace: "public", name: "v"),
            definition: "SELECT a FROM \"T\"")
        ]
      } != nil)
    #expect(
      try reason(int, big) { schema in
        schema.tables[0].indexes = [
          SQLIndex(
            name: "p", kind: .normal, columns: [SQLIndexColumn(name: "id")], predicate: "(a > 1)")
        ]
      } != nil)
    // What the plan changes at once.
    #expect(try reason(int, model("a BigInt\n  @@index([a])")) != nil)
    #expect(
      try reason(
        "model T {\n  id Int @id\n  a Int\n}",
        "model T {\n  id Int\n  a BigInt\n  @@id([id, a])\n}") != nil)
    #expect(try reason(int, model("a BigInt @default(autoincrement())")) != nil)
    #expect(try reason(model("a Int\n  a_new Int?"), model("a BigInt\n  a_new Int?")) != nil)
    // What sessions see otherwise.
    #expect(try reason(model("a Float"), model("a String")) != nil)
    #expect(try reason(model("a DateTime"), model("a String")) != nil)
    #expect(try reason(model("a DateTime"), model("a DateTime @db.Timestamptz(3)")) == nil)
    // An enum is swapped in all of its columns, or in none.
    let enumeration = "\nenum E {\n  A\n  B\n}"
    #expect(
      try reason(model("e E") + enumeration, model("e E\n  f E?") + "\nenum E {\n  A\n}")?
        .contains("gets the type in the same migration") == true)
  }

  @Test func `quotes in names are doubled`() throws {
    let parts = try parts(
      model("a Int @map(\"x\\\"y\")\n  b Int?\n  @@map(\"t\\\"u\")"),
      model(
        "a BigInt @map(\"x\\\"y\")\n  b Int @map(\"b\")\n  @@index([b], map: \"i\\\"j\")\n"
          + "  @@map(\"t\\\"u\")"))
    let sql = parts.map(\.sql).joined()
    #expect(sql.contains("ALTER TABLE \"t\"\"u\" ADD COLUMN \"x\"\"y_new\" BIGINT"))
    #expect(sql.contains("CREATE INDEX CONCURRENTLY \"i\"\"j\" ON \"t\"\"u\"(\"b\")"))
    #expect(!sql.contains("t\"u"))
    // People are told the name as it is.
    #expect(
      parts.flatMap(\.statements).flatMap(\.effect.lockedTables).allSatisfy { $0 == "t\"u" })
  }

  @Test func `a value that the rest uses comes in a part before`() throws {
    let table = model("e E @default(A)")
    let names = try parts(
      table + "\nenum E {\n  A\n}", model("e E @default(B)") + "\nenum E {\n  A\n  B\n}"
    ).map(\.name)
    #expect(names == ["enum_values", "expand"])
  }

  @Test func `renames stand in both plans, and go back`() throws {
    let table = QualifiedName(namespace: "public", name: "T")
    let renames = [
      SQLRename(table: table, column: "a", to: "b"), SQLRename(table: table, to: "U"),
    ]
    let (before, after) = (model("a Int"), "model U {\n  id Int @id\n  b Int\n}")
    let plan = Plan(from: try structure(before), to: try structure(after), renames: renames)
    let there = """
      -- RenameColumn
      ALTER TABLE "T" RENAME COLUMN "a" TO "b";

      -- RenameTable
      ALTER TABLE "T" RENAME TO "U";

      -- AlterTable
      ALTER TABLE "U" RENAME CONSTRAINT "T_pkey" TO "U_pkey";

      """
    #expect(SQLScript(plan, profile: .sevenTen).text == there)
    #expect(plan.dataLoss.isEmpty)
    #expect(try parts(before, after, renames: renames).first?.name == "rename")
    let back = WayBack(of: plan, profile: .sevenTen)
    #expect(back.statements.allSatisfy { $0.losses.isEmpty })
    #expect(
      back.text.hasPrefix(
        "-- RenameTable\n-- lossless\nALTER TABLE \"U\" RENAME TO \"T\";\n\n"
          + "-- RenameColumn\n-- lossless\nALTER TABLE \"T\" RENAME COLUMN \"b\" TO \"a\";\n"))
    #expect(DifferenceSummary(plan).text.contains("[*] Renamed column `a` to `b`"))
    #expect(DifferenceSummary(plan).text.contains("[*] Renamed the `T` table to `U`"))
  }

  @Test func `the way back says what it loses`() throws {
    func losses(_ previous: String, _ next: String) throws -> [String] {
      let plan = Plan(from: try structure(previous), to: try structure(next))
      return WayBack(of: plan, profile: .sevenTen).statements.flatMap(\.losses)
    }
    #expect(try losses(model("a Int"), model("")) == ["`a` of `T` comes back without its values"])
    #expect(
      try losses(model(""), model("a Int"))
        == ["`a` of `T` goes with what was written to it since"])
    #expect(try losses(model("a Int"), model("a Int?\n  @@index([a])")) == [])
    #expect(try losses(model("a Int"), model("a BigInt")).count == 1)
    #expect(
      try losses(model("a Int"), "model U {\n  id Int @id\n  a String\n}") == [
        "`U` goes with the rows that were written since", "`T` comes back without its rows",
      ])
    let table = model("e E")
    #expect(
      try losses(table + "\nenum E {\n  A\n}", table + "\nenum E {\n  A\n  B\n}").first?
        .contains("rows that hold `B` of `E`") == true)
  }
}
