import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server gets wrong about definitions and references; each test is called as the
/// scenario was.
@Suite(.timeLimit(.minutes(2))) struct NavigationDefects {
  private static let schema =
    datasource + """
      model User {
        id    Int   @id @db.Integer
        role  Role  @default(GUEST)
        old   Role?
        posts Post[]
        total Total?
      }

      model Post {
        id     Int  @id
        userId Int
        user   User @relation(fields: [userId], references: [id])
      }

      view Total {
        userId Int  @unique
        user   User @relation(fields: [userId], references: [id])
      }

      enum Role {
        GUEST
      }

      """

  /// What stands at the places that a request answers with, behind their lines.
  private func ask(
    _ method: String, at marker: String, in schema: String = schema,
    _ more: [String: JSONValue] = [:]
  ) async throws -> [String] {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", schema.replacing("<|>", with: ""))
    let place = try #require(schema.firstRange(of: marker.replacing("<|>", with: "")))
    let inside = marker.firstRange(of: "<|>").map { marker[..<$0.lowerBound] } ?? ""
    let before = schema[..<place.lowerBound] + inside
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    var params = more
    params["textDocument"] = ["uri": "untitled:a"]
    params["position"] = [
      "line": .integer(lines.count - 1), "character": .integer(lines.last?.utf16.count ?? 0),
    ]
    let answer = try await client.request("textDocument/\(method)", .object(params))["result"]
    let text = schema.split(separator: "\n", omittingEmptySubsequences: false)
    return (answer?.array ?? []).map { location in
      let start = location["range"]?["start"]
      let line = start?["line"]?.integer ?? 0
      let word = Array(text[line].utf16)[(start?["character"]?.integer ?? 0)...]
        .prefix(
          (location["range"]?["end"]?["character"]?.integer ?? 0)
            - (start?["character"]?.integer ?? 0))
      return "\(line) \(String(decoding: word, as: UTF16.self))"
    }
  }

  @Test func definition_cases() async throws {
    let answers = [
      ("user   U<|>ser", "4 User"), ("user   User<|>", "4 User"), ("role  Ro<|>le", "23 Role"),
      ("role  Role<|>", "23 Role"), ("old   Role<|>?", "23 Role"),
      ("@default(<|>GUEST", "24 GUEST"), ("fields: [userId<|>", "14 userId"),
      ("references: [<|>id", "5 id"), ("total Total<|>?", "18 Total"), ("@d<|>b.Integer", "0 db"),
    ]
    for (place, expected) in answers {
      #expect(try await ask("definition", at: place) == [expected], "\(place)")
    }
  }

  @Test func definition_duplicate_word() async throws {
    let schema = """
      model A {
        // model B { stands in a comment
        model String @default("model B {")
        b     B      @relation("B")
      }

      model B {
        id Int @id
      }

      """
    #expect(try await ask("definition", at: "  b     <|>B", in: schema) == ["6 B"])
    #expect(try await ask("definition", at: "  mo<|>del String", in: schema) == ["2 model"])
  }

  @Test func unicode_offsets() async throws {
    let schema = """
      /// 👍 docs
      model Größe { // 👍
        id    Int    @id
        größe String @default("👍") @map("x")
        @@index([größe])
      }

      model B {
        größe Größe[]
      }

      """
    for place in ["  größe <|>Größe[", "  größe Gr<|>öße[", "  größe Größe<|>["] {
      #expect(try await ask("definition", at: place, in: schema) == ["1 Größe"])
    }
    #expect(
      try await ask(
        "references", at: "index([größ<|>e", in: schema, ["context": ["includeDeclaration": true]])
        == ["3 größe", "4 größe"])
  }

  @Test func references_details() async throws {
    func references(at place: String, declaration: Bool) async throws -> [String] {
      try await ask(
        "references", at: place, ["context": ["includeDeclaration": .bool(declaration)]])
    }
    #expect(try await references(at: "  u<|>serId Int\n", declaration: true).count == 2)
    #expect(try await references(at: "  u<|>serId Int\n", declaration: false) == ["15 userId"])
    #expect(try await references(at: "  userId<|> Int\n", declaration: false) == ["15 userId"])
    #expect(try await references(at: "  GUEST<|>\n", declaration: true) == ["6 GUEST", "24 GUEST"])
    #expect(try await references(at: "model User<|>", declaration: false).count == 2)
  }
}
