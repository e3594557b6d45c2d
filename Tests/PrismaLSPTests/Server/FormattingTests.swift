import Foundation
import LanguageServerProtocol
import SchemaParser
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct FormattingTests {
  private func edits(
    _ text: String, tabSize: Int = 2, insertSpaces: Bool = true, options: JSONValue = nil,
    range: (Int, Int)? = nil
  ) async throws -> [JSONValue] {
    let client = try await TestClient.started(pulling, options: options)
    await client.open("untitled:a", text)
    var params: [String: JSONValue] = [
      "textDocument": ["uri": "untitled:a"],
      "options": ["tabSize": .integer(tabSize), "insertSpaces": .bool(insertSpaces)],
    ]
    if let range {
      params["range"] = [
        "start": ["line": .integer(range.0), "character": 0],
        "end": ["line": .integer(range.1), "character": 0],
      ]
    }
    let method = range == nil ? "textDocument/formatting" : "textDocument/rangeFormatting"
    return try await client.request(method, .object(params))["result"]?.array ?? ["no list"]
  }

  @Test func `nothing changes, nothing is sent`() async throws {
    #expect(try await edits("model A {\n  id Int @id\n}\n") == [])
    #expect(try await edits("model A {\r\n  id Int @id\r\n}\r\n") == [])
  }

  @Test func `edits are small`() async throws {
    let text = "model A {\n  id   Int @id\n  name String\n\n  // x\n}\n"
    let edits = try await edits(text)
    #expect(
      edits.applied(to: text) == "model A {\n  id   Int    @id\n  name String\n\n  // x\n}\n")
    #expect(edits.count == 1)
    #expect(edits.first?["range"]?["start"]?["line"] == 1)
    #expect(edits.first?["range"]?["end"]?["line"] == 1)
  }

  @Test func `line ends are kept`() async throws {
    let text = "model A {\r\nid Int @id\r\n\r\n\r\nb Int\r\n}"
    let edits = try await edits(text)
    #expect(
      edits.applied(to: text) == "model A {\r\n  id Int @id\r\n\r\n  b Int\r\n}\r\n")
  }

  @Test func `tabs and widths are kept to`() async throws {
    let text = "model A {\nid Int @id\n}\n"
    #expect(
      (try await edits(text, insertSpaces: false)).applied(to: text)
        == "model A {\n\tid Int @id\n}\n")
    #expect(
      (try await edits(text, tabSize: 4)).applied(to: text) == "model A {\n    id Int @id\n}\n")
    #expect(try await edits(text, tabSize: -3) != ["no list"])
  }

  @Test func `only edits in the range are sent`() async throws {
    let text = "model A {\nid Int @id\n}\n\nmodel B {\nid Int @id\n}\n"
    let edits = try await edits(text, range: (4, 6))
    #expect(edits.applied(to: text) == "model A {\nid Int @id\n}\n\nmodel B {\n  id Int @id\n}\n")
  }

  @Test func `missing relations are inserted unless that is switched off`() async throws {
    let text =
      datasource + "model A {\n  id Int @id\n  b  B\n}\n\nmodel B {\n  id Int @id\n}\n"
    let inserted = (try await edits(text)).applied(to: text)
    #expect(inserted.contains("@relation(fields: [bId], references: [id])"))
    #expect(try await edits(text, options: ["format": ["insertMissingRelations": false]]) == [])
  }

  @Test func `a document that changed meanwhile is not formatted`() async throws {
    let client = try await TestClient.started(pulling)
    let models = (0..<3000).map { "model M\($0) {\nid Int @id\n}\n" }.joined()
    await client.open("untitled:a", models)
    let id = await client.ask(
      "textDocument/formatting",
      [
        "textDocument": ["uri": "untitled:a"], "options": ["tabSize": 2, "insertSpaces": true],
      ])
    await client.change("untitled:a", (0, 0), (0, 0), "// x\n")
    let answer = try await client.response(to: id)
    // Either the change came before the formatting began, and the edits are those of the new text.
    if answer["error"] == nil {
      let formatted = (answer["result"]?.array ?? []).applied(to: "// x\n" + models)
      #expect(formatted.hasPrefix("// x\nmodel M0 {\n  id Int @id\n}\n"))
    } else {
      #expect(answer["error"]?["code"] == -32801)
    }
  }

  @Test func `what is not open can't be formatted`() async throws {
    let client = try await TestClient.started(pulling)
    let answer = try await client.request(
      "textDocument/formatting",
      ["textDocument": ["uri": "untitled:a"], "options": ["tabSize": 2, "insertSpaces": true]])
    #expect(answer["result"] == .null)
  }

  /// What is known of blocks from the last time is true only of blocks that are still the same.
  @Test func `the layout asked for again and again is that of the text`() async throws {
    var random = SeededGenerator(seed: TestRun.seed("the layout asked for again and again"))
    let client = try await TestClient.started(pulling)
    let other = try await TestClient.started(pulling)
    let start = SampleSchemas.sound + "\n\n// end\n" + SampleSchemas.broken
    var tree = SyntaxTree.parsed(Array(start.utf8), dialect: .prisma6)
    await client.open("untitled:a", start)
    func edits(_ client: TestClient, _ uri: JSONValue) async throws -> [JSONValue] {
      let options: JSONValue = ["tabSize": 2, "insertSpaces": true]
      return try await client.request(
        "textDocument/formatting", ["textDocument": ["uri": uri], "options": options])["result"]?
        .array ?? ["no list"]
    }
    let pieces = [
      " ", "", "\n", "\n\n", "\r\n", "}\n", "model A {\n", "/* ", " */", "// ö\n", "@id",
      "  x  Int",
    ]
    for round in 0..<TestRun.rounds(60, long: 2000) {
      for _ in 0..<random.number(below: 3) {
        let low = random.number(below: tree.count)
        let range = TextRange(low, min(tree.count, low + random.number(below: 5)))
        let conversions = Conversions(encoding: .utf16)
        let places = conversions.ranges(of: [range], in: tree)[0]
        let new = random.pick(pieces) ?? ""
        await client.change(
          "untitled:a", (places.start.line, places.start.character),
          (places.end.line, places.end.character), new)
        _ = tree.apply(
          SchemaParser.TextEdit(
            range: conversions.range(of: places, in: tree), replacement: Array(new.utf8)))
      }
      let text = String(decoding: tree.bytes, as: UTF8.self)
      let known = try await edits(client, "untitled:a").applied(to: text)
      await other.open("untitled:b", text)
      let fresh = try await edits(other, "untitled:b").applied(to: text)
      await other.closeDocument("untitled:b")
      #expect(known == fresh, "round \(round)")
      if known != fresh { break }
    }
  }
}
