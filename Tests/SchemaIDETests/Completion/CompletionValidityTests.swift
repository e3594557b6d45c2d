import Foundation
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Each item, accepted, is right: at many places of schemas for every database.
struct CompletionValidityTests {
  static let schemas: [(name: String, text: String, version: PrismaVersion)] = Connector.allCases
    .flatMap { connector in
      [PrismaVersion.six, .seven].map { version in
        ("\(connector) \(version.rawValue)", schema(connector, version), version)
      }
    }

  /// A sound schema with the things that a database has.
  private static func schema(_ connector: Connector, _ version: PrismaVersion) -> String {
    let url = version == .seven ? "" : "\n  url = env(\"DATABASE_URL\")"
    let datasource =
      connector == .none
      ? "" : "datasource db {\n  provider = \"\(connector.displayName)\"\(url)\n}\n\n"
    let id =
      connector == .mongodb
      ? "id String @id @default(auto()) @map(\"_id\") @db.ObjectId"
      : connector == .cockroachdb ? "id BigInt @id" : "id Int @id"
    let key =
      connector == .mongodb ? "String @db.ObjectId" : connector == .cockroachdb ? "BigInt" : "Int"
    let enumeration = connector.supportsEnums ? "enum Role {\n  USER\n  ADMIN\n}\n\n" : ""
    let composite = connector == .mongodb ? "type Address {\n  street String\n}\n\n" : ""
    let output = version == .seven ? "\n  output = \"../client\"" : ""
    return """
      generator client {
        provider = "prisma-client-js"\(output)
      }

      \(datasource)\(enumeration)\(composite)model User {
        \(id)
        email String @unique
        posts Post[]
      }

      model Post {
        \(id)
        title String
        authorId \(key)
        author User @relation(fields: [authorId], references: [id])
      }

      """
  }

  /// Lines that are being typed in a model.
  private static let lines = [
    "<|>", "i<|>", "@<|>", "@@<|>", "@@in<|>", "extra <|>", "extra S<|>", "isOpen <|>",
    "posts2 <|>",
    "extra String <|>", "extra String @<|>", "extra String? @<|>", "extra String[] @<|>",
    "extra Int @<|>", "extra Int? @<|>", "extra BigInt @<|>", "extra Float @<|>",
    "extra Decimal @<|>", "extra Boolean @<|>", "extra DateTime @<|>", "extra DateTime? <|>",
    "extra Json @<|>", "extra Bytes @<|>", "extra Role @<|>", "extra Role? @<|>",
    "extra Role[] @<|>",
    "extra Address @<|>", "extra Address[] @<|>", "extra Unsupported(\"x\")? @<|>",
    "extra String @unique @<|>", "extra String @map(\"y\") @<|>", "extra Int @default(1) @<|>",
    "extra String @db.<|>", "extra String? @db.V<|>", "extra Int @db.<|>", "extra BigInt @db.<|>",
    "extra Float @db.<|>", "extra Decimal @db.<|>", "extra Boolean @db.<|>",
    "extra DateTime @db.<|>", "extra Json @db.<|>", "extra Bytes @db.<|>",
    "extra String @db.<|>(20)", "extra<|> String", "ex<|>tra Int @unique",
  ]

  private func check(
    _ name: String, _ marked: String, _ version: PrismaVersion,
    _ location: SourceLocation = #_sourceLocation
  ) -> Int {
    let harness = CompletionHarness(marked, version: version)
    let harmful = harness.harmful()
    let line = marked.split(separator: "\n").first { $0.contains("<|>") } ?? ""
    for harm in harmful {
      Issue.record("\(name): \(line): \(harm)", sourceLocation: location)
    }
    return harness.items.count
  }

  @Test(arguments: schemas.indices) func `items in models are valid`(_ index: Int) throws {
    let (name, text, version) = Self.schemas[index]
    var count = 0
    let place = try #require(text.range(of: "  email String")).lowerBound
    for line in Self.lines {
      let marked = text[..<place] + "  \(line)\n" + text[place...]
      count += check(name, String(marked), version)
    }
    #expect(count > 200)
  }

  @Test(arguments: schemas.indices) func `items in a model without key are valid`(_ index: Int) {
    let (name, text, version) = Self.schemas[index]
    for line in [
      "<|>", "@@<|>", "id Int @<|>", "id String @<|>", "id BigInt @<|>", "key Bytes @<|>",
    ] {
      let marked = text + "model Extra {\n  a Int\n  b String\n  c DateTime?\n  \(line)\n}\n"
      _ = check(name, marked, version)
    }
  }

  @Test(arguments: schemas.indices) func `items at the top level are valid`(_ index: Int) {
    let (name, text, version) = Self.schemas[index]
    #expect(check(name, text + "<|>\n", version) > 2)
    #expect(check(name, "mo<|>\n" + text, version) > 2)
    #expect(check(name, "<|>", version) > 2)
  }

  @Test(arguments: schemas.indices) func `items at keywords are valid`(_ index: Int) {
    let (name, text, version) = Self.schemas[index]
    for keyword in ["model", "enum", "type", "generator", "datasource"] {
      let parts = text.split(separator: "\(keyword) ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let harness = CompletionHarness(
        "\(parts[0])\(keyword)<|> \(parts[1])", version: version)
      // Another keyword would need another body.
      for harm in harness.harmful(among: { !$0.additionalEdits.isEmpty }) {
        Issue.record("\(name): \(keyword): \(harm)")
      }
    }
  }

  @Test(arguments: schemas.indices) func `items in other blocks are valid`(_ index: Int) {
    let (name, text, version) = Self.schemas[index]
    let blocks = [
      "enum Extra {\n  A\n  <|>\n}", "enum Extra {\n  A <|>\n}", "enum Extra {\n  A @<|>\n}",
      "enum Extra {\n  A\n  @@<|>\n}", "type Extra {\n  a <|>\n}", "type Extra {\n  a Int @<|>\n}",
      "type Extra {\n  a String @<|>\n}", "type Extra {\n  a String[] @<|>\n}",
      "type Extra {\n  a DateTime @db.<|>\n}", "view Extra {\n  a Int @<|>\n}",
      "view Extra {\n  a Int @unique\n  <|>\n}", "view Extra {\n  a Int @unique\n  b <|>\n}",
      "generator g {\n  <|>\n}", "generator g {\n  provider = <|>\n}",
      "generator g {\n  provider = \"prisma-client\"\n  output = \"../a\"\n  <|>\n}",
      "generator g {\n  provider = \"prisma-client\"\n  output = \"../a\"\n  runtime = \"<|>\"\n}",
      "generator g {\n  provider = \"prisma-client-py\"\n  <|>\n}",
      "generator g {\n  provider = \"prisma-client-py\"\n  interface = <|>\n}",
      "generator g {\n  provider = \"x\"\n  previewFeatures = [<|>]\n}",
      "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\", \"<|>\"]\n}",
      "generator g {\n  provider = \"x\"\n  previewFeatures = <|>\n}",
      "generator g {\n  provider = \"x\"\n  binaryTargets = [\"<|>\"]\n}",
      "generator g {\n  provider = \"x\"\n  output = <|>\n}",
    ]
    for block in blocks { _ = check(name, text + block + "\n", version) }
  }

  @Test(arguments: schemas.indices) func `items in datasources are valid`(_ index: Int) {
    let (name, text, version) = Self.schemas[index]
    let provider = Connector.allCases.first { name.hasPrefix("\($0) ") }?.displayName ?? ""
    let url = version == .seven ? "" : "\n  url = env(\"DATABASE_URL\")"
    let rest = text.split(separator: "datasource db {", maxSplits: 1).count > 1
    guard rest, let start = text.range(of: "datasource db {"),
      let end = text.range(of: "}\n", range: start.upperBound..<text.endIndex)
    else { return }
    let lines = [
      "provider = \"\(provider)\"\(url)\n  <|>", "<|>\(url)", "provider = <|>\(url)",
      "provider = \"<|>\"\(url)", "provider = \"\(provider)\"\(url)\n  relationMode = <|>",
      "provider = \"\(provider)\"\(url)\n  relationMode = \"<|>\"",
      "provider = \"\(provider)\"\n  url = <|>", "provider = \"\(provider)\"\n  url = env(\"<|>\")",
      "provider = \"\(provider)\"\n  url = env(<|>)",
      "provider = \"\(provider)\"\(url)\n  directUrl = env(\"<|>",
    ]
    for line in lines {
      let marked =
        text[..<start.lowerBound] + "datasource db {\n  \(line)\n" + text[end.lowerBound...]
      _ = check(name, String(marked), version)
    }
  }
}
