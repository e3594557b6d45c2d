@testable import Migration
import TestSupport
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
    var brief = StatementEffect()
    brief.lock = .accessExclusive
    brief.lockedTables = ["T"]
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
    var index = scan
    index.lock = .share
    #expect(try effect("a Int", "a Int\n  @@index([a])") == index)
    #expect(
      try effect("a Int @unique", "a Int @unique(map: \"u\")")
        == StatementEffect())
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
          "M004", "M009", "M013",
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

  @Test func `locks that pile up are told once`() throws {
    func model(_ names: String..., column: String) -> String {
      names.map { "model \($0) {\n  id Int @id\n  \(column)\n}" }.joined(separator: "\n")
    }
    let piles = try statements(
      model("A", "B", "C", column: ""), model("A", "B", "C", column: "n Int?")
    ).map { $0.hazards.filter { $0.code == .lockPileUp }.map(\.message) }
    #expect(piles.map(\.count) == [0, 1, 0])
    #expect(piles[1].first?.contains("`A` stays locked while `B` is waited for") == true)
    #expect(try codes(model("A", column: ""), model("A", column: "n Int?\n  m Int?")) == ["M006"])
  }

  @Test func `a value that is used where it is added is told`() throws {
    let table = "enum E {\n  A\n}\nmodel T {\n  id Int @id\n  e E @default(A)\n}"
    let used = table.replacing("  A\n}", with: "  A\n  B\n}").replacing("(A)", with: "(B)")
    let unused = table.replacing("  A\n}", with: "  A\n  B\n}")
    let hazards = try statements(table, used).flatMap(\.hazards)
    #expect(hazards.count { $0.code == .notInTransaction } == 1)
    #expect(
      hazards.contains { $0.message.contains("and `e` of `T` does") })
    #expect(try codes(table, unused) == ["M013"])
  }

  @Test func `what depends on a column, and what goes with it, is told`() throws {
    var previous = try structure(model("a String\n  b Int"))
    previous.details.views = [
      SQLView(
        name: QualifiedName(namespace: "public", name: "v"), definition: "SELECT a FROM \"T\""),
      SQLView(
        name: QualifiedName(namespace: "public", name: "w"), definition: "SELECT b FROM \"T\""),
      SQLView(name: QualifiedName(namespace: "public", name: "x"), definition: "SELECT a FROM u"),
    ]
    var details = SQLTableDetails()
    details.checks = [SQLDefinition(name: "c", text: "CHECK ((length(a) > 1))")]
    details.generatedColumns = ["g": "upper(a)"]
    details.policies = [SQLDefinition(name: "p", text: "ALL")]
    previous.details.tables[previous.tables[0].name] = details
    func messages(_ next: String, _ code: Hazard.Code) throws -> [String] {
      let plan = Plan(from: previous, to: try structure(next))
      return plan.statements(SQLScript(plan, profile: .sevenTen)).flatMap(\.hazards)
        .filter { $0.code == code }.map(\.message)
    }
    let dropped = try messages(model("b Int"), .dependant)
    #expect(dropped.count == 2)
    #expect(dropped.first?.contains("the view `v` uses `a` of `T`") == true)
    #expect(dropped.last?.contains("the generated column `g` needs `a`") == true)
    #expect(
      try messages(model("b Int"), .invisibleObject) == ["with `a` of `T` the check `c` goes"])
    #expect(
      try messages(model("a Int?\n  b Int"), .invisibleObject).first?.contains("again") == true)
    #expect(try messages(model("a String\n  b BigInt"), .dependant).count == 1)
    #expect(
      try messages("model U {\n  id Int @id\n}", .invisibleObject)
        == ["with `T` the check `c`, the policy `p` goes"])
  }

  @Test func `what a version does not know is told for that version`() throws {
    let next = model("a String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid")
    let plan = try plan(from: nil, to: next)
    func codes(_ version: Int?) -> [Hazard.Code] {
      plan.statements(SQLScript(plan, profile: .sevenTen), version: version)
        .flatMap(\.hazards).map(\.code)
    }
    #expect(codes(12) == [.version])
    #expect(codes(13) == [])
    #expect(codes(nil) == [])
    #expect(VersionHazards(version: 12).hazards(of: "SELECT 'MERGE INTO'").isEmpty)
    #expect(VersionHazards(version: 14).hazards(of: "merge  into x").count == 1)
  }
}
