import Foundation
import LanguageServerProtocol
import SchemaIDE
import TestSupport
import Testing

@testable import PrismaLSP

/// Symbols, folding, selection and tokens over the protocol.
@Suite(.timeLimit(.minutes(2))) struct StructureTests {
  private static let schema = "model Ä {\n  id Int @id // ü\n} enum E {\n  X\n}\n"

  private func ask(
    _ method: String, _ text: String = schema, _ capabilities: JSONValue = [:],
    params: [String: JSONValue] = [:]
  ) async throws -> [JSONValue] {
    let client = try await TestClient.started(capabilities)
    await client.open("untitled:a", text)
    let params = params.merging(["textDocument": ["uri": "untitled:a"]]) { $1 }
    return try await client.request(method, .object(params))["result"]?.array ?? ["no list"]
  }

  /// A range as `line:character-line:character`.
  private func place(_ range: JSONValue?) -> String {
    ["start", "end"].map { end in
      let position = range?[end]
      return "\(position?["line"]?.integer ?? -1):\(position?["character"]?.integer ?? -1)"
    }.joined(separator: "-")
  }

  @Test func `symbols form a tree`() async throws {
    let symbols = try await ask(
      "textDocument/documentSymbol", Self.schema,
      ["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]])
    #expect(symbols.map { $0["name"]?.string } == ["Ä", "E"])
    #expect(symbols.map { $0["kind"]?.integer } == [5, 10])
    #expect(symbols.map { place($0["range"]) } == ["0:0-2:1", "2:2-4:1"])
    #expect(symbols.map { place($0["selectionRange"]) } == ["0:6-0:7", "2:7-2:8"])
    let field = symbols.first?["children"]?.array?.first
    #expect(field?["name"] == "id" && field?["detail"] == "Int")
    #expect(place(field?["range"]) == "1:2-1:17")
    #expect(place(field?["selectionRange"]) == "1:2-1:4")
  }

  @Test func `symbols form a list for clients without trees`() async throws {
    let symbols = try await ask(
      "textDocument/documentSymbol", "/// @deprecated\nmodel A {\n  id Int\n}\n")
    #expect(symbols.map { $0["name"]?.string } == ["A", "id"])
    #expect(symbols.map { $0["containerName"]?.string } == [nil, "A"])
    #expect(symbols.first?["tags"] == [1])
    #expect(symbols.map { place($0["location"]?["range"]) } == ["1:0-3:1", "2:2-2:8"])
    #expect(symbols.first?["location"]?["uri"] == "untitled:a")
  }

  @Test func `of a very large document only the declarations are told`() async throws {
    let text = String(repeating: "enum E {\n  X\n}\n", count: 5001)
    let symbols = try await ask(
      "textDocument/documentSymbol", text,
      [
        "textDocument": [
          "documentSymbol": ["hierarchicalDocumentSymbolSupport": true], "diagnostic": [:],
        ]
      ])
    #expect(symbols.count == 5001)
    #expect(symbols.allSatisfy { $0["children"] == nil })
  }

  @Test func `names are looked for in all schemas`() async throws {
    let folder = try TestFolder([
      "a/schema.prisma": datasource + "model User {\n  id Int @id\n}\n",
      "b/schema.prisma": datasource + "model Use {\n  id Int @id\n  user Int\n}\n",
    ])
    let client = try await TestClient.started([:], folders: [folder.path])
    await client.open(
      folder.uri("a/schema.prisma"), datasource + "model Users {\n  id Int @id\n}\n")
    let found = try await client.request("workspace/symbol", ["query": "use"])["result"]?.array
    #expect(found?.map { $0["name"]?.string } == ["Use", "Users", "user"])
    #expect(found?.last?["containerName"] == "Use")
    #expect(found?.first?["location"]?["uri"]?.string == folder.uri("b/schema.prisma"))
    #expect(place(found?.first?["location"]?["range"]) == "4:6-4:9")
  }

  @Test func `folding keeps to what the client can do`() async throws {
    let text = "// a\n// b\n// c\nmodel Ä {\n  id Int\n}\nenum E {\n}\n"
    let whole = try await ask("textDocument/foldingRange", text)
    #expect(whole.map { $0["startLine"]?.integer } == [0, 3, 6])
    #expect(whole[1]["startCharacter"] == 9 && whole[1]["endCharacter"] == 0)
    #expect(whole[0]["kind"] == "comment" && whole[1]["kind"] == nil)
    let lines = try await ask(
      "textDocument/foldingRange", text,
      ["textDocument": ["foldingRange": ["lineFoldingOnly": true, "rangeLimit": 2]]])
    #expect(lines == [["startLine": 3, "endLine": 4]])
  }

  @Test func `selection grows`() async throws {
    let ranges = try await ask(
      "textDocument/selectionRange",
      params: ["positions": [["line": 1, "character": 6], ["line": 99, "character": -1]]])
    var found: [String] = []
    var next = ranges.first
    while let range = next {
      found.append(place(range["range"]))
      next = range["parent"]
    }
    #expect(found == ["1:5-1:8", "1:2-1:17", "0:9-2:0", "0:0-2:1", "0:0-5:0"])
    #expect(ranges.count == 2)
  }
}

/// Semantic tokens over the protocol.
@Suite(.timeLimit(.minutes(2))) struct SemanticTokensTests {
  /// The tokens as `line:character+length kind`.
  private func decoded(_ data: [JSONValue]?) -> [String] {
    let numbers = (data ?? []).map { $0.integer ?? -1 }
    var line = 0
    var character = 0
    return stride(from: 0, to: numbers.count - 4, by: 5).map { index in
      character = (numbers[index] == 0 ? character : 0) + numbers[index + 1]
      line += numbers[index]
      let kind = SemanticToken.Kind.allCases[numbers[index + 3]].name
      return "\(line):\(character)+\(numbers[index + 2]) \(kind)"
    }
  }

  private func full(_ client: TestClient, _ uri: String = "untitled:a") async throws -> JSONValue {
    try await client.request(
      "textDocument/semanticTokens/full", ["textDocument": ["uri": .string(uri)]])["result"] ?? nil
  }

  @Test func `the legend names what is sent`() async throws {
    let client = TestClient()
    let answer = try await client.request("initialize", ["capabilities": [:]])
    let options = answer["result"]?["capabilities"]?["semanticTokensProvider"]
    #expect(options?["legend"]?["tokenTypes"]?.array?.contains("enumMember") == true)
    #expect(options?["legend"]?["tokenModifiers"]?.array?.first == "declaration")
    #expect(options?["full"]?["delta"] == true && options?["range"] == true)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func `places are told from one token to the next`(encoding: String) async throws {
    let client = try await TestClient.started(
      ["general": ["positionEncodings": [.string(encoding)]]])
    await client.open(
      "untitled:a", "model Ä {\n  ö😀 @\n  b \"😀\"\n  c Int @map(\"😀\") // ü\n} enum E {\n  X\n}\n")
    let string = ["utf-8": 6, "utf-16": 4, "utf-32": 3][encoding] ?? 0
    let name = encoding == "utf-8" ? 2 : 1
    let comment = 14 + string
    let found = try await full(client)
    #expect(
      decoded(found["data"]?.array) == [
        "0:0+5 keyword", "0:6+\(name) class", "3:2+1 property", "3:4+3 type", "3:8+4 decorator",
        "3:13+\(string) string", "3:\(comment + 1)+\(encoding == "utf-8" ? 5 : 4) comment",
        "4:2+4 keyword", "4:7+1 enum", "5:2+1 enumMember",
      ])
  }

  @Test func `a part has only its tokens`() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", "model A {\n  id Int\n}\nmodel B {\n  x Int\n}\nmodel C {\n}\n")
    let answer = try await client.request(
      "textDocument/semanticTokens/range",
      [
        "textDocument": ["uri": "untitled:a"],
        "range": ["start": ["line": 4, "character": 0], "end": ["line": 4, "character": 9]],
      ])
    #expect(decoded(answer["result"]?["data"]?.array) == ["4:2+1 property", "4:4+3 type"])
    #expect(answer["result"]?["resultId"] == nil)
  }

  /// What a client has after an answer to a request for changes.
  private func applied(_ answer: JSONValue?, to data: [JSONValue]) -> [JSONValue] {
    if let all = answer?["data"]?.array { return all }
    var data = data
    for edit in (answer?["edits"]?.array ?? []).reversed() {
      let start = edit["start"]?.integer ?? -1
      let count = edit["deleteCount"]?.integer ?? -1
      data.replaceSubrange(start..<(start + count), with: edit["data"]?.array ?? [])
    }
    return data
  }

  @Test func `changes lead to what is asked for as a whole`() async throws {
    let client = try await TestClient.started()
    let other = try await TestClient.started()
    var text = (0..<20).map { "model M\($0) {\n  id Int @id // \($0)\n  e E?\n}\n\n" }.joined()
    text += "enum E {\n  X\n}\n"
    await client.open("untitled:a", text)
    var data = try await full(client)["data"]?.array ?? []
    var resultID = "1"
    // Line, character, end character and text of each change.
    let changes: [(Int, Int, Int, String)] = [
      (6, 2, 4, "ident"), (6, 2, 2, "/* x\n */ "), (0, 0, 0, "// first\n\n"), (1, 0, 0, ""),
      (40, 0, 0, "}\n"), (103, 5, 6, "F"), (30, 0, 1, ""), (102, 0, 1, "model Z {\n}"),
    ]
    var mirror = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (line, start, end, new) in changes where line < mirror.count {
      await client.change("untitled:a", (line, start), (line, end), new)
      let old = mirror[line]
      let low = min(start, old.count)
      let high = min(end, old.count)
      let changed = old.prefix(low) + new + old.dropFirst(high)
      mirror.replaceSubrange(
        line...line,
        with: changed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      let answer = try await client.request(
        "textDocument/semanticTokens/full/delta",
        ["textDocument": ["uri": "untitled:a"], "previousResultId": .string(resultID)])
      data = applied(answer["result"], to: data)
      resultID = answer["result"]?["resultId"]?.string ?? "?"
      await other.open("untitled:b", mirror.joined(separator: "\n"))
      let expected = try await full(other, "untitled:b")["data"]?.array ?? []
      #expect(decoded(data) == decoded(expected), "after \(new.debugDescription) in line \(line)")
      await other.closeDocument("untitled:b")
    }
  }

  @Test func `changes add up over random edits`() async throws {
    var random = SeededGenerator(seed: TestRun.seed("changes add up over random edits"))
    let client = try await TestClient.started()
    await client.open("untitled:a", SampleSchemas.sound + SampleSchemas.broken)
    var data = try await full(client)["data"]?.array ?? []
    var resultID: JSONValue = "1"
    let pieces = [
      "x", "", "\n", "}\n", "model A {\n", "enum Role {\n", "/* ", " */", "// ö", "@id", "\"",
      "  id Int\n",
      "} model B {\n",
    ]
    for round in 0..<TestRun.rounds(60, long: 2000) {
      let line = random.number(below: 110)
      let start = random.number(below: 30)
      await client.change(
        "untitled:a", (line, start),
        (line + random.number(below: 2), start + random.number(below: 4)),
        random.pick(pieces) ?? "")
      let answer = try await client.request(
        "textDocument/semanticTokens/full/delta",
        ["textDocument": ["uri": "untitled:a"], "previousResultId": resultID])["result"]
      data = applied(answer, to: data)
      resultID = answer?["resultId"] ?? "?"
      let whole = try await client.request(
        "textDocument/semanticTokens/range",
        [
          "textDocument": ["uri": "untitled:a"],
          "range": ["start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0]],
        ])["result"]
      #expect(data == whole?["data"]?.array, "round \(round)")
      if data != whole?["data"]?.array { break }
    }
  }

  /// To a client that asks for nothing else, most of the last answer is told again.
  @Test func `all tokens told again and again are those of the text`() async throws {
    var random = SeededGenerator(seed: TestRun.seed("all tokens told again and again"))
    let client = try await TestClient.started()
    await client.open("untitled:a", SampleSchemas.sound + SampleSchemas.broken)
    let pieces = [
      "x", "", "\n", "}\n", "model A {\n", "/* ", " */", "// ö\n", "@id", "} model B {\n", "Role",
    ]
    for round in 0..<TestRun.rounds(60, long: 2000) {
      for _ in 0..<random.number(below: 3) {
        let line = random.number(below: 110)
        let start = random.number(below: 30)
        await client.change(
          "untitled:a", (line, start),
          (line + random.number(below: 3), start + random.number(below: 4)),
          random.pick(pieces) ?? "")
      }
      let whole = try await client.request(
        "textDocument/semanticTokens/range",
        [
          "textDocument": ["uri": "untitled:a"],
          "range": ["start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0]],
        ])["result"]
      let told = try await full(client)
      #expect(told["data"]?.array == whole?["data"]?.array, "round \(round)")
      if told["data"]?.array != whole?["data"]?.array { break }
    }
  }

  @Test func `changes are small, and none if nothing changed`() async throws {
    let client = try await TestClient.started()
    await client.open(
      "untitled:a", (0..<50).map { "model M\($0) {\n  id Int @id\n}\n" }.joined())
    let first = try await full(client)["resultId"] ?? "?"
    let params: @Sendable (JSONValue) -> JSONValue = {
      ["textDocument": ["uri": "untitled:a"], "previousResultId": $0]
    }
    let method = "textDocument/semanticTokens/full/delta"
    let same = try await client.request(method, params(first))["result"]
    #expect(same?["edits"] == [])
    await client.change("untitled:a", (61, 2), (61, 4), "key")
    let one = try await client.request(method, params(same?["resultId"] ?? "?"))["result"]
    #expect(one?["edits"]?.array?.count == 1)
    #expect((one?["edits"]?.array?.first?["data"]?.array?.count ?? 99) <= 60)
    // Two changes far apart are two edits.
    await client.change("untitled:a", (1, 2), (1, 4), "first")
    await client.change("untitled:a", (148, 2), (148, 4), "last")
    let two = try await client.request(method, params(one?["resultId"] ?? "?"))["result"]?["edits"]
    #expect(two?.array?.count == 2)
    #expect(two?.array?.allSatisfy { ($0["data"]?.array?.count ?? 99) <= 60 } == true)
    // An answer that is not known any more.
    let all = try await client.request(method, params("no such"))["result"]
    #expect(all?["data"]?.array?.count == 50 * 5 * 5)
  }
}
