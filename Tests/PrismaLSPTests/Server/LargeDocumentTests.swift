import Dispatch
import LanguageServerProtocol
import SchemaParser
import TestSupport
import Testing

@testable import PrismaLSP

/// Answers about documents that are worked on in parts.
@Suite(.timeLimit(.minutes(2))) struct LargeDocumentTests {
  private static let count = 800
  /// Some 130 kB, seven lines a model.
  private static let text =
    (0..<count).map { index in
      "/// \(String(repeating: "Documentation. ", count: 8))\nmodel M\(index) {\n  id Int @id\n"
        + "  a  Int?\n  k  Kind\n}\n"
    }.joined(separator: "\n") + "\nenum Kind {\n  A\n}\n"

  private let document: JSONValue = ["uri": "untitled:a"]

  private func opened(_ capabilities: JSONValue = [:]) async throws -> TestClient {
    let client = try await TestClient.started(capabilities)
    await client.open("untitled:a", Self.text)
    return client
  }

  @Test func `a text is split into all its blocks`() {
    for text in ["", "model A {\n}\n", Self.text, String(repeating: "// x\n", count: 20_000)] {
      let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7)
      #expect(tree.parts.flatMap(\.self) == Array(tree.blocks.indices))
      #expect(tree.parts.count < 2 || tree.parts.allSatisfy { !$0.isEmpty })
      let some = tree.blocks.indices.dropFirst(tree.blocks.count / 3).dropLast(1)
      #expect(tree.parts(of: some.startIndex..<some.endIndex).flatMap(\.self) == Array(some))
    }
  }

  @Test(arguments: [0, 1, 2, 7, 100]) func `slices hold each element once`(count: Int) {
    let numbers = Array(0..<count)
    for sliceCount in 1...8 {
      let slices = numbers.slices(sliceCount)
      #expect(slices.flatMap(\.self) == numbers)
      #expect(slices.count <= sliceCount && slices.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `symbols are told in their order`() async throws {
    let client = try await opened([
      "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
    ])
    let symbols =
      try await client.request(
        "textDocument/documentSymbol", ["textDocument": document])["result"]?.array ?? []
    #expect(
      symbols.compactMap { $0["name"]?.string } == (0..<Self.count).map { "M\($0)" } + ["Kind"])
    #expect(
      symbols.enumerated().allSatisfy { index, symbol in
        symbol["selectionRange"]?["start"]?["line"]?.integer
          == (index < Self.count ? 7 * index + 1 : 7 * index)
          && symbol["children"]?.array?.count == (index < Self.count ? 3 : 1)
      })
  }

  @Test func `symbols told again and again are those of the text`() async throws {
    var random = SeededGenerator(seed: TestRun.seed("symbols told again and again"))
    let hierarchy: JSONValue = [
      "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
    ]
    let client = try await opened(hierarchy)
    let other = try await TestClient.started(hierarchy)
    var lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for round in 0..<TestRun.rounds(8, long: 200) {
      let line = random.number(below: lines.count - 1)
      let new = random.pick(["x", "", "\n", "} ", "model New {\n", "/* */"]) ?? ""
      let old = lines[line]
      let end = min(old.count, random.number(below: 3))
      await client.change("untitled:a", (line, 0), (line, end), new)
      lines.replaceSubrange(
        line...line,
        with: (new + old.dropFirst(end)).split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init))
      let method = "textDocument/documentSymbol"
      let told = try await client.request(method, ["textDocument": document])["result"]
      await other.open("untitled:b", lines.joined(separator: "\n"))
      let fresh = try await other.request(
        method, ["textDocument": ["uri": "untitled:b"]])["result"]
      await other.closeDocument("untitled:b")
      #expect(told?.array?.count ?? 0 > 0)
      #expect(told == fresh, "round \(round)")
    }
  }

  @Test func `a document without text has no symbols`() async throws {
    let client = try await TestClient.started([
      "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
    ])
    await client.open("untitled:a", "")
    for method in ["documentSymbol", "foldingRange", "semanticTokens/full", "documentLink"] {
      let answer = try await client.request(
        "textDocument/" + method, ["textDocument": document])["result"]
      #expect((answer?["data"] ?? answer) == [], "\(method)")
    }
  }

  @Test func `all uses of a name are found, in their order`() async throws {
    let client = try await opened()
    let place: JSONValue = ["line": .integer(7 * Self.count), "character": 6]
    let found =
      try await client.request(
        "textDocument/references",
        [
          "textDocument": document, "position": place, "context": ["includeDeclaration": true],
        ])["result"]?.array ?? []
    #expect(
      found.compactMap { $0["range"]?["start"]?["line"]?.integer }
        == (0..<Self.count).map { 7 * $0 + 4 } + [7 * Self.count])
    #expect(found.allSatisfy { $0["uri"] == "untitled:a" })
    let marked =
      try await client.request(
        "textDocument/documentHighlight", ["textDocument": document, "position": place])["result"]?
      .array ?? []
    #expect(marked.map { $0["range"] } == found.map { $0["range"] })
    #expect(marked.map { $0["kind"]?.integer } == found.dropLast().map { _ in 2 } + [3])
  }

  @Test func `the best symbols of all parts are found`() async throws {
    let client = try await opened()
    let found =
      try await client.request("workspace/symbol", ["query": "m7"])["result"]?.array ?? []
    let names = found.compactMap { $0["name"]?.string }
    #expect(names.first == "M7")
    #expect(names.dropFirst().prefix(10) == (70..<80).map { "M\($0)" }[...])
  }

  @Test func `tokens are those that are told of a part`() async throws {
    let client = try await opened()
    let all = try await client.request(
      "textDocument/semanticTokens/full", ["textDocument": document])["result"]?["data"]?.array
    let end: JSONValue = ["line": .integer(8 * Self.count), "character": 0]
    let part = try await client.request(
      "textDocument/semanticTokens/range",
      [
        "textDocument": document, "range": ["start": ["line": 0, "character": 0], "end": end],
      ])["result"]?["data"]?.array
    #expect(all == part)
    #expect(all?.count == 5 * (Self.count * 10 + 3))
  }

  @Test func `the layout is that of the whole`() async throws {
    let client = try await opened()
    let edits = try await client.request(
      "textDocument/formatting",
      ["textDocument": document, "options": ["tabSize": 2, "insertSpaces": true]])["result"]?.array
    #expect(
      edits?.compactMap { $0["range"]?["start"]?["line"]?.integer }
        == (0..<Self.count).map { 7 * $0 + 2 })
    #expect(edits?.allSatisfy { $0["newText"] == " " } == true)
  }

  @Test func `a keystroke waits for no answer about the whole document`() async throws {
    let lane = DispatchQueue(label: "long work of a test")
    let end = DispatchSemaphore(value: 0)
    lane.async { end.wait() }
    defer { end.signal() }
    let client = try await TestClient.started(pulling, longWork: lane)
    await client.open("untitled:a", "model A {\n  id Int @id\n}\n")
    let symbols = await client.ask("textDocument/documentSymbol", ["textDocument": document])
    let tokens = await client.ask("textDocument/semanticTokens/full", ["textDocument": document])
    // What is asked about a place is answered meanwhile.
    let hover = try await client.request(
      "textDocument/hover",
      ["textDocument": document, "position": ["line": 1, "character": 3]])
    #expect(hover["result"]?["contents"] != nil)
    await client.notify("$/cancelRequest", ["id": .integer(tokens)])
    #expect(
      try await client.response(to: tokens)["error"]?["code"]?.integer
        == ErrorCode.requestCancelled.rawValue)
    await client.change("untitled:a", (1, 2), (1, 4), "key")
    #expect(try await client.pull("untitled:a") == [])
    #expect(
      try await client.response(to: symbols)["error"]?["code"]?.integer
        == ErrorCode.contentModified.rawValue)
  }
}
