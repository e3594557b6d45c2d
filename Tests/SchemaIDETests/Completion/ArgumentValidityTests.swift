import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Each item in the arguments of attributes, accepted, is right: on every database.
struct ArgumentValidityTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let connector: Connector
    let version: PrismaVersion

    var testDescription: String { "\(connector) \(version.rawValue)" }

    private var id: String {
      switch connector {
      case .mongodb: "id String @id @default(auto()) @map(\"_id\") @db.ObjectId"
      case .cockroachdb: "id BigInt @id @default(autoincrement())"
      default: "id Int @id @default(autoincrement())"
      }
    }

    private var key: String {
      switch connector {
      case .mongodb: "String @db.ObjectId"
      case .cockroachdb: "BigInt"
      default: "Int"
      }
    }

    private var configuration: String {
      let url = version == .seven ? "" : "\n  url = env(\"DATABASE_URL\")"
      let schemas = connector.supportsSchemas ? "\n  schemas = [\"main\", \"my other\"]" : ""
      let datasource =
        connector == .none
        ? ""
        : """
        datasource db {
          provider = "\(connector.displayName)"\(url)\(schemas)
        }


        """
      let features =
        version == .seven
        ? "\"partialIndexes\", \"views\", \"shardKeys\"" : "\"views\", \"shardKeys\""
      return """
        \(datasource)generator client {
          provider = "prisma-client-js"
          previewFeatures = [\(features)]
          output = "../client"
        }


        """
    }

    private var schema: String { connector.supportsSchemas ? "\n\n  @@schema(\"main\")" : "" }

    /// A sound schema with a line in the model `Post`.
    func text(_ line: String, schemaOfPost: Bool = true) -> String {
      let enumeration =
        connector.supportsEnums ? "enum Role {\n  USER\n  ADMIN\(schema)\n}\n\n" : ""
      let composite =
        connector == .mongodb
        ? "type Place {\n  lat Float\n}\n\ntype Address {\n  street String\n  place Place\n}\n\n"
        : ""
      let json = connector.supports(.json) ? "\n  data Json" : ""
      let address = connector == .mongodb ? "\n  address Address" : ""
      let tags = connector.supportsScalarLists ? "\n  tags String[]" : ""
      let role = connector.supportsEnums ? "\n  role Role?" : ""
      let uuid = connector == .postgresql ? "\n  host String @db.Inet\n  doc String @db.Xml" : ""
      let actions =
        connector == .sqlserver ? ", onDelete: NoAction, onUpdate: NoAction" : ""
      let long =
        switch connector {
        case .mysql: "\n  body String @db.LongText"
        case .sqlserver: "\n  body String @db.NVarChar(Max)"
        default: ""
        }
      return configuration + enumeration + composite + """
        model User {
          \(id)
          email String @unique
          first String
          last String
          posts Post[]
          edited Post[] @relation("x")

          @@unique([first, last])\(schema)
        }

        model Post {
          \(id)
          title String
          subtitle String?
          views Int
          isOpen Boolean
          createdAt DateTime
          deletedAt DateTime?
          raw Bytes\(json)\(address)\(tags)\(role)\(uuid)\(long)
          authorId \(key)
          author User @relation(fields: [authorId], references: [id]\(actions))
          reviewId \(key)
          editorId \(key.replacingFirst(" ", with: "? ", orAppending: "?"))
          \(line)\(schemaOfPost ? schema : "")
        }

        """
    }
  }

  static let samples = Connector.allCases.flatMap { connector in
    [PrismaVersion.six, .seven].map { Sample(connector: connector, version: $0) }
  }

  private func check(
    _ sample: Sample, _ lines: [String], schemaOfPost: Bool = true,
    _ location: SourceLocation = #_sourceLocation
  ) -> Int {
    var count = 0
    for line in lines {
      let harness = CompletionHarness(
        sample.text(line, schemaOfPost: schemaOfPost), version: sample.version)
      count += harness.items.count
      for harm in harness.harmful() {
        Issue.record("\(line): \(harm)", sourceLocation: location)
      }
    }
    return count
  }

  @Test(arguments: samples) func `the schema itself is sound`(_ sample: Sample) {
    let errors = Analysis.of(
      [sample.text("editor User? @relation(\"x\", fields: [editorId], references: [id])")],
      version: sample.version
    ).diagnostics()
      .flatMap(\.diagnostics).filter { $0.severity == .error }.map(\.message.text)
    #expect(errors.isEmpty)
  }

  @Test(arguments: samples) func `defaults are valid`(_ sample: Sample) {
    let connector = sample.connector
    let allTypes = [
      "String", "String?", "Int", "Int?", "BigInt", "Float", "Decimal", "Boolean", "Boolean?",
      "DateTime", "Json", "Bytes", "Role", "Role?", "String[]", "Int[]", "Role[]", "Boolean[]",
      "Unsupported(\"x\")?", "Missing",
    ]
    let types = allTypes.filter { type in
      (connector.supportsScalarLists || !type.hasSuffix("[]"))
        && ScalarType.allCases.allSatisfy { connector.supports($0) || $0.name != type }
    }
    var lines = types.flatMap { type in
      ["x \(type) @default(<|>)", "x \(type) @unique @default(<|>)"]
    }
    if sample.connector.supportsScalarLists {
      lines += ["String[]", "Int[]", "Role[]", "Boolean[]"].map { "x \($0) @default([<|>])" }
    }
    lines += [
      "x String @default(uuid(<|>))", "x String @default(cuid(<|>))",
      "x String @default(nanoid(<|>))", "x String @default(dbgenerated(<|>))",
      "x String @default(dbgenerated(\"<|>\"))", "x DateTime @default(dbgenerated(\"<|>\"))",
      "x Json @default(\"<|>\")", "x DateTime @default(\"<|>\")", "x Decimal @default(\"<|>\")",
      "x String @default(u<|>)", "x Int @default(0, <|>)", "x String @default(<|>uuid())",
      "x String @default(uuid<|>())",
    ]
    if sample.connector.supportsSequenceFunction {
      lines += ["x BigInt @default(sequence(<|>))", "x Int @default(sequence(cache: <|>))"]
    }
    if connector.supportsNamedDefaults {
      lines += ["x Int @default(0, map: <|>)", "x Int @default(<|>, map: \"y\")"]
    }
    if !connector.supports(.json) { lines.removeAll { $0.contains("Json") } }
    if !connector.supports(.decimal) { lines.removeAll { $0.contains("Decimal") } }
    #expect(check(sample, lines) > 60)
  }

  @Test(arguments: samples) func `arguments of fields are valid`(_ sample: Sample) {
    let lines = [
      "x String @unique(<|>)", "x Int @unique(<|>)", "x String @unique(map: <|>)",
      "x String @unique(sort: <|>)", "x String @unique(length: <|>)",
      "x String @unique(where: <|>)", "x Boolean @unique(where: { <|> })",
      "x String @unique(clustered: <|>)", "x String @map(<|>)", "userName String @map(\"<|>\")",
      "x String @db.VarChar(<|>)", "x String @db.Char(<|>)", "x Decimal @db.Decimal(<|>)",
      "x Decimal @db.Decimal(10, <|>)", "x DateTime @db.Timestamp(<|>)", "x Unsupported(<|>)?",
      "x Unsupported(\"<|>\")?",
    ]
    _ = check(sample, lines)
  }

  @Test(arguments: samples) func `relations are valid`(_ sample: Sample) {
    let lines = [
      "editor User <|>", "editor User? <|>", "editor User? @<|>", "editor User? @re<|>",
      "editor User<|>",
      "owner User? @relation(<|>)", "parent Post? <|>", "parent Post? @relation(<|>)",
      "editor User? @relation(\"x\", <|>)", "editor User? @relation(\"x\", fields: <|>)",
      "editor User? @relation(\"x\", fields: [<|>])", "editor User @relation(\"x\", fields: [<|>])",
      "editor User? @relation(\"x\", fields: [<|>], references: [id])",
      "editor User? @relation(\"x\", fields: [editorId], references: <|>)",
      "editor User? @relation(\"x\", fields: [editorId], references: [<|>])",
      "editor User? @relation(\"x\", fields: [title, subtitle], references: [<|>])",
      "editor User? @relation(\"x\", fields: [title, subtitle], references: [last, <|>])",
      "editor User? @relation(\"x\", fields: [editorId], references: [id], <|>)",
      "editor User? @relation(\"x\", fields: [editorId], references: [id], onDelete: <|>)",
      "editor User? @relation(\"x\", fields: [reviewId], references: [id], onDelete: <|>)",
      "editor User? @relation(\"x\", fields: [editorId], references: [id], onUpdate: <|>)",
      "editor User? @relation(\"x\", fields: [editorId], references: [id], map: <|>)",
      "editor User? @relation(\"<|>\", fields: [editorId], references: [id])",
      "editor User? @relation(\"x\", fields: [editorId], references: [id] <|>)",
      "editor User? @relation(\"x\" <|>, fields: [editorId], references: [id])",
      "editor User? @relation(\"x\", fields: [editorId], references: [id] on<|>)",
      "users User[] @relation(<|>)",
    ]
    #expect(check(sample, lines) > 20)
  }

  @Test(arguments: samples) func `arguments of blocks are valid`(_ sample: Sample) {
    let names = ["@@index", "@@unique"] + (sample.connector.supportsFulltext ? ["@@fulltext"] : [])
    let lists = names.flatMap { name in
      [
        "\(name)(<|>)", "\(name)([<|>])", "\(name)([title, <|>])",
        "\(name)([ti<|>, isOpen])", "\(name)([<|>title])", "\(name)([title(<|>)])",
        "\(name)(title(<|>))",
        "\(name)([title(sort: <|>)])", "\(name)([title(length: <|>)])",
        "\(name)([title(ops: <|>)])",
        "\(name)([title], <|>)", "\(name)([title] <|>)", "\(name)([title<|>])",
        "\(name)([title(sort: Desc, <|>)])", "\(name)([title(sort: Desc), views<|>])",
        "\(name)([title], map: <|>)", "\(name)([title], map: \"<|>\")",
        "\(name)([title, views], name: <|>)", "\(name)([isOpen], where: <|>)",
        "\(name)([isOpen], where: { <|> })", "\(name)([isOpen], where: { isOpen: <|> })",
        "\(name)([isOpen], where: { deletedAt: { <|> } })",
        "\(name)([isOpen], where: { deletedAt: { not: <|> } })",
        "\(name)([isOpen], where: { role: <|> })",
        "\(name)([isOpen], where: { role: \"<|>\" })", "\(name)([isOpen], clustered: <|>)",
        "\(name)(fields: [<|>], map: \"x\")",
        "\(name)([address.<|>])",
        "\(name)([address.place.<|>])", "\(name)([title, address.<|>])",
      ]
    }
    let types = ["Hash", "Gist", "Gin", "SpGist", "Brin"].flatMap { type in
      [
        "@@index([<|>], type: \(type))",
        "@@index([title(ops: <|>)], type: \(type))",
        "@@index([title(ops: raw(<|>))], type: \(type))",
        "@@index([tags(ops: <|>)], type: \(type))", "@@index([data(ops: <|>)], type: \(type))",
      ]
    }
    let hosts =
      sample.connector == .postgresql
      ? ["@@index([host], type: <|>)", "@@index([host(ops: <|>)], type: Gist)"] : []
    let others = [
      "@@index([title], type: <|>)", "@@index([data], type: <|>)",
      "@@index([title, views], type: <|>)", "@@map(<|>)", "@@map(\"<|>\")",
      "@@shardKey([<|>])", "@@shardKey(<|>)",
    ]
    #expect(check(sample, lists + types + hosts + others) > 100)
    _ = check(
      sample, ["@@schema(<|>)", "@@schema(\"<|>\")", "@@schema(my<|>)"], schemaOfPost: false)
  }
}

extension String {
  fileprivate func replacingFirst(
    _ part: Character, with text: String, orAppending other: String
  ) -> String {
    guard let index = firstIndex(of: part) else { return self + other }
    return self[..<index] + text + self[self.index(after: index)...]
  }
}
