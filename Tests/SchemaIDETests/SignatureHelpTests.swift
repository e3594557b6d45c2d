import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct SignatureHelpTests {
  /// The signature at the cursor with the active parameter in `⟨⟩`, nil without one.
  private func signature(
    _ line: String, provider: String = "postgresql", keyword: String = "model",
    previewFeatures: String = ""
  ) -> String? {
    let text = MarkedText(
      """
      datasource db {
        provider = "\(provider)"
      }

      generator client {
        provider        = "prisma-client"
        previewFeatures = [\(previewFeatures)]
      }

      \(keyword) A {
        \(line)
      }

      model B {
        id Int @id
      }

      """)
    guard let help = Analysis.of([text.text]).signatureHelp(at: text.cursor ?? -1, inFile: 0)
    else { return nil }
    let label = Array(help.signature.label.utf16)
    guard let active = help.activeParameter else { return help.signature.label }
    let range = help.signature.labelRanges[active]
    return String(decoding: label[..<range.lowerBound], as: UTF16.self) + "⟨"
      + String(decoding: label[range], as: UTF16.self) + "⟩"
      + String(decoding: label[range.upperBound...], as: UTF16.self)
  }

  @Test func `an attribute shows what it takes`() {
    #expect(
      signature("b B @relation(<|>)")?.hasPrefix("@relation(⟨_ name: String?⟩, fields:") == true)
    #expect(signature("x Int @default(<|>)") == "@default(⟨_ value: Expression⟩)")
    #expect(
      signature("x Int @default(<|>)", provider: "sqlserver")
        == "@default(⟨_ value: Expression⟩, map: String?)")
    #expect(signature("x Int @map(<|>)") == "@map(⟨_ name: String⟩)")
    #expect(signature("A @map(<|>)", keyword: "enum") == "@map(⟨_ name: String⟩)")
    #expect(signature("@@map(\"<|>\")", keyword: "enum") == "@@map(⟨_ name: String⟩)")
  }

  @Test func `the active parameter is found by name`() {
    #expect(signature("b B @relation(fields: [<|>]")?.contains("⟨fields: ") == true)
    #expect(signature("b B @relation(fields: [x], references: [<|>])")?.contains("⟨ref") == true)
    #expect(signature("b B @relation(fields: [x], onDelete: <|>)")?.contains("⟨onDel") == true)
    #expect(signature("b B @relation(fields: [x], on<|>)")?.contains("⟨onDelete") == true)
    #expect(signature("b B @relation(fields: [x], unknown: <|>)")?.contains("⟨") == false)
  }

  @Test func `the active parameter is found by position`() {
    #expect(signature("@@index([x], <|>)")?.contains("⟨map: ") == true)
    #expect(signature("@@index(map: \"a\", <|>)")?.contains("⟨_ fields: ") == true)
    #expect(signature("@@index([x], map: \"a\", <|>)")?.contains("⟨type: ") == true)
    #expect(signature("x Decimal @db.Decimal(<|>)")?.contains("⟨_ precision: Int?⟩") == true)
    #expect(signature("x Decimal @db.Decimal(10, <|>)")?.contains("⟨_ scale: Int?⟩") == true)
    #expect(signature("x Decimal @db.Decimal(10, 2, <|>)")?.contains("⟨") == false)
  }

  @Test func `the innermost parentheses count`() {
    #expect(signature("x String @default(uuid(<|>))") == "uuid(⟨_ version: (4 | 7)?⟩)")
    #expect(signature("x String @default(uuid(7)<|>)") == "@default(⟨_ value: Expression⟩)")
    #expect(
      signature("@@index([x(<|>)])")
        == "x(⟨sort: (Asc | Desc)?⟩, ops: (OperatorClass | raw(String))?)")
    #expect(signature("@@index([x(ops: raw(<|>))])")?.hasPrefix("raw(⟨") == true)
    #expect(
      signature("x BigInt @default(sequence(cache: 1, start: <|>))", provider: "cockroachdb")?
        .contains("⟨start: ") == true)
  }

  @Test func `arguments of other databases are left out`() {
    #expect(signature("x String @unique(<|>)")?.contains("length") == false)
    #expect(signature("x String @unique(<|>)", provider: "mysql")?.contains("length") == true)
    #expect(signature("x String @unique(<|>)")?.contains("where") == false)
    #expect(
      signature("x String @unique(<|>)", previewFeatures: "\"partialIndexes\"")?.contains("where")
        == true)
    #expect(signature("x String @db.VarChar(<|>)", provider: "sqlite") == nil)
  }

  @Test func `half-typed and broken lines are understood`() {
    #expect(signature("b B @relation(<|>")?.hasPrefix("@relation(") == true)
    #expect(signature("b B @relation(fields: [<|> @map(\"x\")")?.contains("⟨fields") == true)
    #expect(signature("@@index([x,\n    <|>\n  ])")?.contains("⟨_ fields") == true)
    #expect(signature("x Unsupported(\"<|>\")") == "Unsupported(⟨_ type: String⟩)")
  }

  @Test func `there is nothing elsewhere`() {
    #expect(signature("x Int<|> @id") == nil)
    #expect(signature("x Int @i<|>d") == nil)
    #expect(signature("x Int @default(1)<|>") == nil)
    #expect(signature("// @default(<|>)") == nil)
    #expect(signature("x Int @unknown(<|>)") == nil)
    #expect(signature("x Int[<|>]") == nil)
    #expect(signature("@@unknown([x(<|>)])") == nil)
  }
}
