import Migration
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import MigrationHistory

/// The parts of an online plan can be followed like any migration, and leave nothing to do.
struct OnlinePlanReplayTests {
  @Test(arguments: [
    (
      "a Int?\n  @@index([a])",
      "a BigInt\n  @@index([a])\n  u String @default(dbgenerated(\"gen_random_uuid()\"))"
    ),
    ("a String\n  s E[] @default([A])", "a Int\n  s E[] @default([A])"),
    (
      "a Int @default(autoincrement())\n  @@unique([id, a])",
      "a BigInt @default(autoincrement())\n  @@unique([id, a])"
    ),
  ])
  func `online plans can be replayed`(previous: String, next: String) throws {
    func text(_ fields: String, _ labels: String) -> String {
      "model T {\n  id Int @id\n  e E @default(A)\n  \(fields)\n}\nenum E {\n  \(labels)\n}"
    }
    let (before, after) = (
      try structure(text(previous, "A\n  B")), try structure(text(next, "A\n  C"))
    )
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let first = SQLScript(Plan(from: empty, to: before), profile: .sevenTen).text
    let parts = OnlinePlan(Plan(from: before, to: after), profile: .sevenTen).parts
    #expect(parts.contains { $0.name == "swap_t" })
    var replay = Replay()
    try replay.apply(
      ([first] + parts.map(\.sql)).map {
        MigrationScript(migration: "", path: "", bytes: Array($0.utf8))
      })
    #expect(replay.findings.isEmpty)
    #expect(Plan(from: replay.schema(), to: after).steps.isEmpty)
  }

  @Test func `a key of a history is made anew once`() throws {
    func text(_ type: String) -> String {
      "model U {\n  id \(type) @id @default(autoincrement())\n  b B[]\n}\n"
        + "model B {\n  id Int @id\n  u U @relation(fields: [uId], references: [id])\n"
        + "  uId \(type)\n}"
    }
    let after = try structure(text("BigInt"))
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    var replay = Replay()
    func apply(_ scripts: [String]) throws {
      try replay.apply(
        scripts.map { MigrationScript(migration: "", path: "", bytes: Array($0.utf8)) })
    }
    try apply([
      SQLScript(Plan(from: empty, to: try structure(text("Int"))), profile: .sevenTen).text
    ])
    let parts = OnlinePlan(Plan(from: replay.schema(), to: after), profile: .sevenTen).parts
    #expect(
      parts.map(\.name) == [
        "expand", "fill_u", "fill_b", "index_u_pkey_new", "check_u", "check_b", "swap_u", "swap_b",
        "constrain", "validate",
      ])
    try apply(parts.map(\.sql))
    #expect(Plan(from: replay.schema(), to: after).steps.isEmpty)
  }
}
