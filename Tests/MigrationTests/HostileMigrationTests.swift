import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import Migration

/// No change of a schema makes the plan, its script or its hazards take more than time in proportion to
/// its size.
@Suite(.serialized) struct HostileMigrationTests {
  /// A change of a certain size.
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    var provider = "postgresql"
    /// The schema before, then that behind.
    let texts: @Sendable (Int) -> (String, String)
    var testDescription: String { name }
  }

  private static func each(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: "\n")
  }

  static let changes = [
    Change(name: "enums are swapped") { count in
      func schema(_ value: String) -> String {
        each(count) {
          "enum E\($0) {\n  A\n  \(value)\n}\n"
            + "model M\($0) {\n  id Int @id\n  e E\($0) @default(A)\n}"
        }
      }
      return (schema("B"), schema("C"))
    },
    Change(name: "sequences are lost") { count in
      func schema(_ attribute: String) -> String {
        each(count) { "model M\($0) {\n  id Int @id \(attribute)\n}" }
      }
      return (schema("@default(autoincrement())"), schema(""))
    },
    Change(name: "uniques become primary keys") { count in
      func schema(_ attribute: String) -> String {
        each(count) { "model M\($0) {\n  id Int \(attribute)\n}" }
      }
      return (schema("@unique"), schema("@id"))
    },
    Change(name: "a table has many columns, indexes and foreign keys") { count in
      func schema(_ type: String, _ name: String) -> String {
        "model A {\n  id Int @id\n"
          + each(count) { "  r\($0) B @relation(\"R\($0)\", fields: [f\($0)], references: [id])" }
          + "\n" + each(count) { "  f\($0) Int\n  c\($0) \(type)" } + "\n"
          + each(count) { "  @@index([c\($0), f\($0)], map: \"\(name)\($0)\")" }
          + "\n}\nmodel B {\n  id Int @id\n" + each(count) { "  a\($0) A[] @relation(\"R\($0)\")" }
          + "\n}"
      }
      return (schema("Int", "old"), schema("String?", "new"))
    },
    Change(name: "a table has many indexes that begin alike") { count in
      func schema(_ name: String) -> String {
        "model A {\n  id Int @id\n  a Int\n" + each(count) { "  c\($0) Int" } + "\n"
          + each(count) { "  @@index([a, c\($0)], map: \"\(name)a\($0)\")" } + "\n"
          + each(count) { "  @@index([c\($0)], map: \"\(name)\($0)\")" } + "\n}"
      }
      return (schema("old").replacing("[a, ", with: "[id, "), schema("new"))
    },
    Change(name: "a table has many partial indexes") { count in
      func schema(_ value: Int) -> String {
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n"
          + "model A {\n  id Int @id\n" + each(count) { "  c\($0) Int" } + "\n"
          + each(count) {
            "  @@index([c\($0)], map: \"i\($0)\", where: { c\($0): \(value) })"
          } + "\n}"
      }
      return (schema(1), schema(2))
    },
    Change(name: "tables are made anew", provider: "sqlite") { count in
      func schema(_ type: String) -> String {
        each(count) { "model M\($0) {\n  id Int @id\n  a \(type) @unique\n}" }
      }
      return (schema("Int?"), schema("String @default(\"x\")"))
    },
  ]

  @Test(arguments: changes)
  func `time grows with the size alone`(_ change: Change) throws {
    let size = TestRun.isLong ? 4_000 : 200
    let factor = Growth.factor(
      of: size,
      input: { size in
        let (before, after) = change.texts(size)
        return (
          schema(before, provider: change.provider), schema(after, provider: change.provider)
        )
      }
    ) { before, after in
      guard let before = SQLSchema(before, profile: .sevenTen),
        let after = SQLSchema(after, profile: .sevenTen)
      else { return }
      let plan = Plan(from: before, to: after)
      let script = SQLScript(plan, profile: .sevenTen)
      #expect(script.text.utf8.count > size * 20)
      #expect(plan.statements(script).count >= size)
      if change.provider == "postgresql" {
        #expect(!OnlinePlan(plan, profile: .sevenTen).parts.isEmpty)
      }
    }
    if TestRun.isLong { print("\(change.name): \(factor)") }
    #expect(factor < 10)
  }
}
