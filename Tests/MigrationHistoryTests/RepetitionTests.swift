import Migration
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import MigrationHistory

/// Changes that Prisma writes at every run, since the database gives back in another form what the schema
/// has.
struct RepetitionTests {
  private func structure(_ fields: String, _ rest: String = "") throws -> SQLSchema {
    let text = """
      datasource db {
        provider = "postgresql"
      }
      generator client {
        provider        = "prisma-client"
        previewFeatures = ["partialIndexes"]
      }
      model T {
        id Int @id
        \(fields)
      }
      \(rest)
      """
    var schema = Schema()
    _ = schema.update(
      files: [
        SourceFile(
          path: "schema.prisma", tree: SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7))
      ], version: .seven)
    return try #require(SQLSchema(schema, profile: .sevenTen))
  }

  /// What a database has once a structure has been made in it.
  private func made(_ structure: SQLSchema) throws -> SQLSchema {
    let empty = SQLSchema(dialect: .postgresql, origin: .empty)
    let script = SQLScript(Plan(from: empty, to: structure), profile: .sevenTen)
    var replay = Replay()
    try replay.apply([
      MigrationScript(
        migration: "", path: "", bytes: Array(("CREATE SEQUENCE sq;" + script.text).utf8))
    ])
    return replay.schema()
  }

  private func hazards(_ plan: Plan) -> [Hazard] {
    plan.statements(SQLScript(plan, profile: .sevenTen), printed: plan.printed).flatMap(\.hazards)
  }

  private func defects(_ plan: Plan) -> [String] {
    hazards(plan).filter { $0.code == .defect }.map(\.message)
  }

  @Test(arguments: [
    ("@db.Char", "String", "@db.Char(1)"),
    ("@db.Bit", "String", "@db.Bit(1)"),
    (
      "@default(\"00000000-0000-0000-0000-000000000000\") @db.Uuid", "String",
      "@default(dbgenerated(\"'00000000-0000-0000-0000-000000000000'::uuid\"))"
    ),
    ("@default([1])", "BigInt[]", "@default(dbgenerated(\"ARRAY[(1)::bigint]\"))"),
    ("@default(dbgenerated(\"1\"))", "Int", "@default(1)"),
    ("@default(dbgenerated(\"'x'::text\"))", "String", "@default(\"x\")"),
    ("@default(dbgenerated(\"now()\"))", "DateTime", "@default(now())"),
    ("@default(dbgenerated(\"1 + 1\"))", "Int", "@default(dbgenerated(\"(1 + 1)\"))"),
    (
      "@default(dbgenerated(\"upper('x')\"))", "String",
      "@default(dbgenerated(\"upper('x'::text)\"))"
    ),
    (
      "@default(dbgenerated(\"md5(random()::text)\"))", "String",
      "@default(dbgenerated(\"md5((random())::text)\"))"
    ),
    ("@default(dbgenerated(\"nextval('sq')\"))", "Int", "@default(autoincrement())"),
  ])
  func `a change that is none is told, with the form that ends it`(
    attributes: String, type: String, advice: String
  ) throws {
    let target = try structure("a \(type) \(attributes)")
    let database = try made(target)
    let plan = Plan(from: database, to: target)
    #expect(!plan.steps.isEmpty)
    let message = try #require(defects(plan).first { $0.contains("at every run") })
    #expect(message.contains("write `\(advice)` in the schema"))
    for hazard in hazards(plan) {
      #expect(hazard.isWithoutEffect == hazard.message.contains("this changes nothing"))
    }
    let native = attributes.contains("@db.Uuid") ? " @db.Uuid" : ""
    #expect(
      Plan(from: database, to: try structure("a \(type) \(advice)\(native)")).steps.isEmpty)
  }

  @Test func `what is lost or fails for it is told`() throws {
    func message(_ fields: String) throws -> String {
      let target = try structure(fields)
      return try #require(
        defects(Plan(from: try made(target), to: target)).first { $0.contains("at every run") })
    }
    #expect(try message("a String @db.Bit").contains("loses all its values"))
    #expect(try message("a Int @default(dbgenerated(\"nextval('sq')\"))").contains("fails"))
    #expect(
      try message("a String? @default(dbgenerated(\"NULL\"))").contains("leave `@default` out"))
  }

  @Test func `indexes are built anew for nothing`() throws {
    let index = "@@index([a], map: \"i\", where: raw(\"A > 3\"))"
    let target = try structure("a Int\n\(index)")
    let plan = Plan(from: try made(target), to: target)
    #expect(plan.steps.count == 2)
    let message = try #require(defects(plan).first)
    #expect(message.contains("write `where: raw(\"(a > 3)\")` in the schema"))
    let classes = try structure(
      "a String\n@@index([a(ops: raw(\"text_pattern_ops\"))], map: \"i\")")
    #expect(
      defects(Plan(from: try made(classes), to: classes)).first?.contains("operator classes")
        == true)
  }

  @Test func `what changes something is no repetition`() throws {
    func plan(_ before: String, _ after: String) throws -> Plan {
      Plan(from: try made(try structure(before)), to: try structure(after))
    }
    let changes = [
      ("a Int @default(2)", "a Int @default(dbgenerated(\"1\"))"),
      ("a Int? @default(1)", "a Int @default(dbgenerated(\"1\"))"),
      ("a String", "a String @db.Char"),
      ("a Int", "a Int @default(dbgenerated(\"no SQL at all\"))"),
      ("a Int @default(1)", "a Int @default(dbgenerated(\"unknown('x')\"))"),
      (
        "a Int\n@@index([a], map: \"i\", where: raw(\"a > 4\"))",
        "a Int\n@@index([a], map: \"i\", where: raw(\"A > 3\"))"
      ),
    ]
    for (before, after) in changes {
      let plan = try plan(before, after)
      #expect(!plan.steps.isEmpty)
      #expect(defects(plan) == [], "\(before) → \(after)")
    }
    // Between schema files nothing is printed in another form.
    let target = try structure("a Int @default(dbgenerated(\"1\"))")
    #expect(
      Plan(from: try structure("a Int @default(1)"), to: target).printed.tables.isEmpty)
  }

  @Test func `JSON is printed as jsonb prints it`() {
    func printed(_ text: String) -> String {
      ConstantText.stored(text, as: .system("jsonb"))
    }
    #expect(
      printed("{\"bb\":1.50,\"a\":[ true,null ], \"a\":\"x\\n\"}")
        == "{\"a\": \"x\\n\", \"bb\": 1.50}")
    #expect(printed("[]") == "[]")
    #expect(printed("{ }") == "{}")
    #expect(printed("{\"a\":}") == "{\"a\":}")
    let deep = String(repeating: "[", count: 10_000)
    #expect(printed(deep) == deep)
  }
}
