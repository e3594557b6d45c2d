@testable import Migration
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
    #expect(parts.map(\.name) == ["expand", "fill_t", "constrain", "validate"])
    #expect(parts[1].sql.contains("SET \"u\" = DEFAULT WHERE \"u\" IS NULL;"))
    #expect(parts[3].sql.contains("-- Rows without a value in \"a\" make it fail"))
    #expect(!parts[3].sql.contains("value in \"u\""))
  }

  @Test func `values are cast where that can be`() throws {
    func cast(_ previous: String, _ next: String) throws -> String? {
      let sql = try statements(model(previous), model(next)).joined()
        .first { $0.contains("SET DATA TYPE") }
      return sql?.split(separator: "SET DATA TYPE ").last.map { String($0) }
    }
    #expect(try cast("a String", "a Int") == "INTEGER USING (\"a\"::text::INTEGER)")
    #expect(try cast("a Int", "a Boolean") == "BOOLEAN USING (\"a\" <> 0)")
    #expect(try cast("a Boolean", "a BigInt") == "BIGINT USING (\"a\"::int::BIGINT)")
    #expect(try cast("a Int", "a Json") == "JSONB USING (to_jsonb(\"a\"))")
    #expect(try cast("a Int", "a BigInt") == "BIGINT")
    #expect(try cast("a Int[]", "a BigInt[]") == "BIGINT[]")
    #expect(
      try cast("a Int", "a Int[]")
        == "INTEGER[] USING (CASE WHEN \"a\" IS NULL THEN '{}' ELSE ARRAY[\"a\"::INTEGER] END)")
    #expect(try cast("a DateTime", "a Int") == nil)
    #expect(try cast("a Int[]", "a Int") == nil)
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
