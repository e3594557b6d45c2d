@testable import Migration
import Testing

struct HazardTests {
  /// The statements that lead from one schema to another, with the codes of their hazards.
  private func statements(_ previous: String?, _ next: String) throws -> [MigrationStatement] {
    let plan = try plan(from: previous, to: next)
    return plan.statements(SQLScript(plan, profile: .sevenTen))
  }

  private func codes(_ previous: String, _ next: String) throws -> Set<String> {
    Set(try statements(previous, next).flatMap { $0.hazards.map(\.code.rawValue) })
  }

  private func model(_ fields: String) -> String { "model T {\n  id Int @id\n  \(fields)\n}" }

  @Test func `what is new disturbs nobody`() throws {
    let statements = try statements(
      nil,
      "model A {\n  id Int @id\n  n Int @unique\n  b B? \n}\n"
        + "model B {\n  id Int @id\n  a A @relation(fields: [aId], references: [id])\n"
        + "  aId Int @unique\n}")
    #expect(statements.count == 6)
    #expect(statements.allSatisfy { $0.effect == StatementEffect() && $0.hazards.isEmpty })
  }

  @Test func `a foreign key of a new table stops writing on the old one`() throws {
    let old = "model A {\n  id Int @id\n"
    let key = try #require(
      try statements(
        old + "}",
        old + "  bs B[]\n}\nmodel B {\n  id Int @id\n"
          + "  a A @relation(fields: [aId], references: [id])\n  aId Int\n}"
      ).first { $0.kind == "AddForeignKey" })
    #expect(key.effect.lock == .shareRowExclusive)
    #expect(key.effect.lockedTables == ["A"])
    #expect(!key.effect.scans)
    #expect(key.hazards.map(\.code) == [.briefExclusiveLock, .needless])
  }

  @Test func `the locks of changes are known`() throws {
    func effect(_ previous: String, _ next: String) throws -> StatementEffect? {
      try statements(model(previous), model(next)).first?.effect
    }
    let brief = StatementEffect(lock: .accessExclusive, lockedTables: ["T"])
    #expect(try effect("a Int", "a Int?") == brief)
    #expect(try effect("a Int", "a Int\n  b DateTime @default(now())") == brief)
    #expect(try effect("a String", "a String @db.VarChar") == brief)
    var scan = brief
    scan.scans = true
    #expect(try effect("a Int?", "a Int") == scan)
    var rewrite = scan
    rewrite.rewrites = true
    #expect(try effect("a Int", "a BigInt") == rewrite)
    #expect(try effect("a DateTime", "a DateTime @db.Timestamptz(3)") == rewrite)
    #expect(
      try effect("a Int", "a Int\n  b String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid")
        == rewrite)
    #expect(
      try effect("a Int", "a Int\n  @@index([a])")
        == StatementEffect(lock: .share, lockedTables: ["T"], scans: true))
    #expect(
      try effect("a Int @unique", "a Int @unique(map: \"u\")")
        == StatementEffect(lock: .shareUpdateExclusive))
  }

  @Test func `an enum's swap writes its tables anew`() throws {
    let table = model("e E @default(A)")
    let statements = try statements(table + "\nenum E {\n  A\n  B\n}", table + "\nenum E {\n  A\n}")
    #expect(
      statements.map(\.effect.rewrites) == [
        false, false, false, true, false, false, false, false, false,
      ])
    #expect(statements[3].effect.lockedTables == ["T"])
    #expect(Set(statements[3].hazards.map(\.code)) == [.rewrite, .willFail])
  }

  @Test func `hazards are told with the statement at fault`() throws {
    #expect(try codes(model("a Int"), model("")) == ["M001", "M006"])
    #expect(try codes(model(""), model("a Int")) == ["M003", "M006"])
    #expect(try codes(model("a String"), model("a Int")) == ["M003", "M006"])
    #expect(try codes(model("a Int"), model("a Int @unique")) == ["M003", "M005"])
    #expect(
      try codes(
        model("a Int @default(autoincrement())"), model("a BigInt @default(autoincrement())")) == [
          "M004", "M009",
        ])
    #expect(
      try codes(
        model("a Int\n  b Int\n  @@index([a, b])"),
        model("a Int\n  b Int\n  @@index([a])\n  @@index([a, b])"))
        == ["M005", "M012"])
  }

  @Test func `a rename is suspected where names or all else are alike`() throws {
    func renames(_ previous: String, _ next: String) throws -> Int {
      try statements(previous, next).flatMap(\.hazards).count { $0.code == .probableRename }
    }
    #expect(try renames(model("userName String"), model("user_name String")) == 1)
    #expect(try renames(model("a Int\n  price Int"), model("a Int\n  cost Int")) == 1)
    #expect(try renames(model("a Int"), model("b String")) == 0)
    #expect(try renames(model("a Int\n  b Int"), model("x String\n  y String")) == 0)
    #expect(
      try renames("model A {\n  id Int @id\n  n Int\n}", "model B {\n  id Int @id\n  n Int\n}") == 1
    )
  }
}
