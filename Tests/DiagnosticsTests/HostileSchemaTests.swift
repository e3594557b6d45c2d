import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import Diagnostics

/// No schema makes the analysis trap, or take more than time in proportion to its size.
@Suite("Hostile schemas", .serialized)
struct HostileSchemaTests {
  @Test("are judged in linear time", arguments: HostileSchema.all)
  func linear(_ schema: HostileSchema) {
    let size = max(8, TestRun.isLong ? schema.size / 4 : schema.size / 40)
    let factor = Growth.factor(
      of: size, input: { parsed(schema.text($0), version: schema.version) }
    ) {
      analyze($0, version: schema.version)
    }
    if TestRun.isLong { print("\(schema.name): \(factor)") }
    #expect(factor < 10, "\(schema.name) at \(size)")
  }

  @Test("can be edited", arguments: HostileSchema.all)
  func edited(_ schema: HostileSchema) {
    let size = max(8, schema.size / 40)
    var files = parsed(schema.text(size), version: schema.version)
    var analyzer = SchemaAnalyzer()
    analyzer.update(files: files, version: schema.version)
    var tree = files[0].tree
    for step in 1..<8 {
      let place = tree.count * step / 8
      _ = tree.apply(TextEdit(range: TextRange(place, place), replacement: "x"))
      files[0] = SourceFile(path: files[0].path, tree: tree)
      analyzer.update(files: files, version: schema.version)
    }
    var fresh = SchemaAnalyzer()
    fresh.update(files: files, version: schema.version)
    #expect(
      SchemaAnswers.difference(
        SchemaAnswers.diagnostics(of: analyzer), SchemaAnswers.diagnostics(of: fresh)) == nil)
  }

  @Test("Numbers of any size are only numbers")
  func numbers() {
    let digits = String(repeating: "9", count: 400)
    for number in [digits, "-" + digits, digits + "." + digits, "-0", "00", "9223372036854775808"] {
      let text = """
        datasource db {
          provider = "mysql"
        }

        model A {
          id   Int     @id(sort: Desc, length: \(number)) @default(\(number))
          a    Float   @default(\(number)) @db.Decimal(\(number), \(number))
          b    String  @db.VarChar(\(number)) @default(nanoid(\(number)))
          c    String  @default(uuid(\(number))) @unique(length: \(number))
          d    BigInt  @default(\(number))

          @@index([b(length: \(number))], map: "x")
        }

        """
      for version in PrismaVersion.allCases {
        analyze(parsed([text], version: version), version: version)
      }
    }
    // That nothing trapped is the point; a number that is too large is told as well.
    var analyzer = SchemaAnalyzer()
    let text = "model A {\n  id String @id @default(nanoid(\(digits)))\n}\n"
    analyzer.update(files: parsed([text], version: .seven), version: .seven)
    #expect(
      analyzer.diagnostics().flatMap(\.diagnostics).map(\.id).contains("default-nanoid-length"))
  }

  private func parsed(_ texts: [String], version: PrismaVersion) -> [SourceFile] {
    texts.enumerated().map {
      SourceFile(
        path: "\($0).prisma",
        tree: SyntaxTree.parsed(Array($1.utf8), dialect: version.dialect))
    }
  }

  private func analyze(_ files: [SourceFile], version: PrismaVersion) {
    var analyzer = SchemaAnalyzer()
    analyzer.update(files: files, version: version)
    _ = analyzer.diagnostics(limit: 1000)
  }
}

/// A schema of any size in which one thing occurs very often.
struct HostileSchema: Sendable, CustomStringConvertible {
  let name: String
  /// The number of things in the largest one.
  let size: Int
  var version = PrismaVersion.seven
  /// The files for a number of things.
  let text: @Sendable (Int) -> [String]

  var description: String { name }

  private static func datasource(_ provider: String) -> String {
    "datasource db {\n  provider = \"\(provider)\"\n}\n\n"
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    var text = ""
    for number in 0..<count { text += line(number) + "\n" }
    return text
  }

  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ", ")
  }

  static let all = relations + values + attributes + names + composites + broken

  private static let relations = [
    HostileSchema(name: "relations to as many models", size: 5_000) { count in
      [
        datasource("postgresql") + "model Hub {\n  id Int @id\n"
          + lines(count) { "  s\($0) S\($0)[]" }
          + "}\n\n"
          + lines(count) {
            "model S\($0) {\n  id Int @id\n  hubId Int\n"
              + "  hub Hub @relation(fields: [hubId], references: [id])\n}\n"
          }
      ]
    },
    HostileSchema(name: "relations to one model", size: 5_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n"
          + lines(count) { "  b\($0) B @relation(\"r\($0)\", fields: [id], references: [id])" }
          + "}\n\nmodel B {\n  id Int @id\n" + lines(count) { "  a\($0) A[] @relation(\"r\($0)\")" }
          + "}\n"
      ]
    },
    HostileSchema(name: "unique relations without opposite", size: 5_000) { count in
      [
        datasource("mysql") + "model A {\n  id Int @id\n"
          + lines(count) { "  f\($0) Int @unique\n  b\($0) B @relation(fields: [f\($0)])" }
          + "}\n\nmodel B {\n  id Int @id\n}\n"
      ]
    },
    HostileSchema(name: "foreign keys and indexes", size: 5_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n  x Int\n"
          + lines(count) {
            "  f\($0) Int\n  b\($0) B @relation(\"\($0)\", fields: [x, f\($0)], references: [x, id])\n"
              + "  @@index([x, id, f\($0)])\n  @@index([x])"
          }
          + "}\n\nmodel B {\n  id Int @id\n  x Int\n  @@unique([x, id])\n"
          + lines(count) { "  a\($0) A[] @relation(\"\($0)\")" } + "}\n"
      ]
    },
    HostileSchema(name: "a circle of required cascades", size: 1_000) { count in
      [
        datasource("postgresql")
          + lines(count) {
            "model M\($0) {\n  id Int @id\n  n Int\n  m M\(($0 + 1) % count) "
              + "@relation(fields: [n], references: [id], onDelete: Cascade)\n"
              + "  o M\(($0 + count - 1) % count)[]\n}\n"
          }
      ]
    },
    HostileSchema(name: "lists without opposite", size: 5_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n" + lines(count) { "  b\($0) B[]" }
          + "}\n\nmodel B {\n  id Int @id\n" + lines(count) { "  c\($0) A @relation(\"\($0)\")" }
          + "}\n"
      ]
    },
    HostileSchema(name: "relations of a model to itself", size: 5_000) { count in
      [
        datasource("sqlserver") + "model A {\n  id Int @id\n"
          + lines(count) {
            "  a\($0) A? @relation(\"r\($0)\", fields: [id], references: [id])\n"
              + "  o\($0) A[] @relation(\"r\($0)\")"
          } + "}\n"
      ]
    },
    HostileSchema(name: "a chain of cascades", size: 2_000) { count in
      [
        datasource("sqlserver")
          + lines(count) {
            "model M\($0) {\n  id Int @id\n  n Int\n"
              + "  a M\($0 + 1) @relation(\"a\($0)\", fields: [n], references: [id])\n"
              + "  b M\($0 + 1) @relation(\"b\($0)\", fields: [n], references: [id])\n"
              + ($0 > 0
                ? "  x M\($0 - 1)[] @relation(\"a\($0 - 1)\")\n  y M\($0 - 1)[] @relation(\"b\($0 - 1)\")\n"
                : "") + "}\n"
          }
          + "model M\(count) {\n  id Int @id\n  x M\(count - 1)[] @relation(\"a\(count - 1)\")\n"
          + "  y M\(count - 1)[] @relation(\"b\(count - 1)\")\n}\n"
      ]
    },
    HostileSchema(name: "fields in one relation", size: 10_000) { count in
      [
        "model A {\n  id Int @id\n" + lines(count) { "  f\($0) Int" }
          + "  b B @relation(fields: [\(list(count) { "f\($0)" })], "
          + "references: [\(list(count) { "f\($0)" })])\n}\n\nmodel B {\n  id Int @id\n  as A[]\n"
          + lines(count) { "  f\($0) Int" } + "  @@unique([\(list(count) { "f\($0)" })])\n}\n"
      ]
    },
  ]

  private static let values = [
    HostileSchema(name: "values of an enum", size: 50_000) { count in
      [
        datasource("postgresql") + "enum E {\n" + lines(count) { "  V\($0)" }
          + "}\n\nmodel A {\n  id Int @id\n  e E @default(V\(count - 1))\n"
          + "  all E[] @default([\(list(count) { "V\($0)" })])\n}\n"
      ]
    },
    HostileSchema(name: "silenced fields", size: 20_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n"
          + lines(count) { "  f\($0) Int? @ignore // prisma-lsp-ignore lint-ignored-field" } + "}\n"
      ]
    },
    HostileSchema(name: "values of one name", size: 50_000) { count in
      ["enum E {\n" + lines(count) { _ in "  V @map(\"x\")" } + "}\n"]
    },
    HostileSchema(name: "nested lists as a default", size: 1_000_000) { count in
      [
        "model A {\n  id Int @id\n  n Int[] @default("
          + String(repeating: "[", count: count) + String(repeating: "]", count: count) + ")\n}\n"
      ]
    },
    HostileSchema(name: "nested functions as a default", size: 500_000) { count in
      [
        "model A {\n  id Int @id @default("
          + String(repeating: "f(", count: count) + String(repeating: ")", count: count) + ")\n}\n"
      ]
    },
  ]

  private static let attributes = [
    HostileSchema(name: "named arguments", size: 100_000) { count in
      ["model A {\n  id Int @id\n  @@index([id], \(list(count) { "a\($0): 1" }))\n}\n"]
    },
    HostileSchema(name: "arguments of one name", size: 100_000) { count in
      ["model A {\n  id Int @id\n  @@index(\(list(count) { _ in "map: \"x\"" }))\n}\n"]
    },
    HostileSchema(name: "unnamed arguments", size: 100_000) { count in
      ["model A {\n  id Int @id\n  @@index(\(list(count) { _ in "[id]" }))\n}\n"]
    },
    HostileSchema(name: "arguments of a native type", size: 100_000) { count in
      [
        datasource("postgresql")
          + "model A {\n  id Int @id\n  s String @db.VarChar(\(list(count) { "\($0)" }))\n}\n"
      ]
    },
    HostileSchema(name: "attributes on a field", size: 100_000) { count in
      [
        "model A {\n  id Int @id \((0..<count).map { "@a\($0)" }.joined(separator: " "))\n"
          + "  n Int \(String(repeating: "@unique ", count: count))\n"
          + "  m Int \(String(repeating: "@db.Int ", count: count))\n}\n"
      ]
    },
    HostileSchema(name: "attributes of a block", size: 20_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n  n Int\n"
          + lines(count) { _ in "  @@unique([n], map: \"x\")\n  @@id([n])\n  @@map(\"x\")" } + "}\n"
      ]
    },
    HostileSchema(name: "ids", size: 10_000) { count in
      ["model A {\n" + lines(count) { "  id\($0) Int @id @shardKey" } + "}\n"]
    },
    HostileSchema(name: "fields of an index", size: 10_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n" + lines(count) { "  f\($0) Int" }
          + "  @@unique([\(list(count) { "f\($0)" })])\n  @@index([\(list(count) { _ in "id" })])\n"
          + "  @@index([\(list(count) { "no\($0)" })])\n}\n"
      ]
    },
    HostileSchema(name: "members of a condition", size: 20_000) { count in
      [
        datasource("postgresql")
          + "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n\n"
          + "model A {\n  id Int @id\n  n Int\n"
          + "  @@index([n], where: { \(list(count) { "n: \($0)" }) })\n}\n"
      ]
    },
  ]

  private static let names = [
    HostileSchema(name: "fields of one database name", size: 10_000) { count in
      ["model A {\n  id Int @id\n" + lines(count) { "  f\($0) Int @map(\"x\")" } + "}\n"]
    },
    HostileSchema(name: "fields of one name", size: 10_000) { count in
      ["model A {\n  id Int @id\n" + lines(count) { _ in "  f Int" } + "}\n"]
    },
    HostileSchema(name: "models of one name", size: 10_000) { count in
      [lines(count) { _ in "model A {\n  id Int @id\n  a A?\n}\n" }]
    },
    HostileSchema(name: "models of one table", size: 10_000) { count in
      [
        datasource("sqlserver")
          + lines(count) { "model A\($0) {\n  id Int @id(map: \"pk\")\n  @@map(\"t\")\n}\n" }
      ]
    },
    HostileSchema(name: "indexes of one name in two models", size: 5_000) { count in
      [
        datasource("postgresql")
          + ["A", "B"].map { name in
            "model \(name) {\n  id Int @id\n"
              + lines(count) { "  f\($0) Int @unique(map: \"u\($0)\")" }
              + "}\n"
          }.joined(separator: "\n")
      ]
    },
    HostileSchema(name: "files of one model", size: 20_000) { count in
      [datasource("postgresql")] + (0..<count).map { "model M\($0) {\n  id Int @id\n}\n" }
    },
    HostileSchema(name: "datasources", size: 5_000) { count in
      [lines(count) { "datasource d\($0) {\n  provider = \"sqlite\"\n}\n" }]
    },
    HostileSchema(name: "generators of one name", size: 5_000) { count in
      [lines(count) { _ in "generator g {\n  provider = \"x\"\n}\n" }]
    },
    HostileSchema(name: "schemas", size: 10_000) { count in
      [
        "datasource db {\n  provider = \"postgresql\"\n"
          + "  schemas = [\(list(count) { "\"s\($0)\"" })]\n}\n\n"
          + lines(count) { "model A\($0) {\n  id Int @id\n  @@schema(\"s\($0)\")\n}\n" }
      ]
    },
    HostileSchema(name: "unknown types", size: 20_000) { count in
      ["model A {\n  id Int @id\n" + lines(count) { "  f\($0) t\($0)" } + "}\n"]
    },
  ]

  private static let composites = [
    HostileSchema(name: "a chain of composite types", size: 5_000) { count in
      [
        datasource("mongodb") + lines(count) { "type T\($0) {\n  t T\($0 + 1)\n}\n" }
          + "type T\(count) {\n  n Int\n}\n"
      ]
    },
    HostileSchema(name: "a circle of composite types", size: 5_000) { count in
      [
        datasource("mongodb")
          + lines(count) { "type T\($0) {\n  t T\(($0 + 1) % count)\n  u T\($0)\n}\n" }
      ]
    },
    HostileSchema(name: "parts of an index path", size: 10_000) { count in
      [
        datasource("mongodb") + "type T {\n  t T?\n  n Int\n}\n\n"
          + "model A {\n  id String @id @map(\"_id\")\n  t T\n"
          + "  @@index([\(String(repeating: "t.", count: count))n])\n"
          + "  @@unique([\(String(repeating: "t.", count: count))t.])\n}\n"
      ]
    },
  ]

  private static let broken = [
    HostileSchema(name: "broken lines and other mistakes", size: 10_000) { count in
      [
        datasource("postgresql") + "model A {\n  id Int @id\n"
          + lines(count) { "  a\($0) Int @db.Nothing\n  b\($0) Int @db." } + "}\n\nmodel B {\n"
          + lines(count) { "  a\($0) A? @relation(\"\($0)\")\n  = \($0)" } + "}\n"
      ]
    },
    HostileSchema(name: "blocks without keyword", size: 10_000) { count in
      [lines(count) { "modl A\($0) {\n  id Int @id\n}\nmodel B\($0) {\n  a A\($0)\n}\n" }]
    },
    HostileSchema(name: "broken properties", size: 10_000) { count in
      ["datasource db {\n  provider = \"sqlite\"\n" + lines(count) { "  a\($0) \"\($0)\"" } + "}\n"]
    },
    HostileSchema(name: "repeated properties", size: 10_000) { count in
      ["generator g {\n  provider = \"x\"\n" + lines(count) { _ in "  a = env(1)" } + "}\n"]
    },
  ]
}
