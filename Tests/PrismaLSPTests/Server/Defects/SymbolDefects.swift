import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// Symbols that the official server makes up or gets wrong; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct SymbolDefects {
  /// The symbols at the top of a document: kind, name and where the name stands.
  private func symbols(_ text: String, in client: TestClient) async throws -> [String] {
    await client.open("untitled:a", text)
    let answer = try await client.request(
      "textDocument/documentSymbol", ["textDocument": ["uri": "untitled:a"]])
    return (answer["result"]?.array ?? []).map { symbol in
      let start = symbol["selectionRange"]?["start"]
      return "\(symbol["kind"]?.integer ?? -1) \(symbol["name"]?.string ?? "") "
        + "\(start?["line"]?.integer ?? -1):\(start?["character"]?.integer ?? -1)"
    }
  }

  private func client() async throws -> TestClient {
    try await TestClient.started([
      "textDocument": [
        "diagnostic": [:], "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      ]
    ])
  }

  /// A field named like a keyword, with a brace in its default, is a field, and so is what follows.
  @Test func json_default_field_is_symbol() async throws {
    let text =
      datasource + """
        model Task {
          id    Int  @id
          type  Json @default("{}")
          model Json @default("{\\"a\\": 1}")
          last  Int  @un
        }

        """
    let client = try await client()
    let found = try await symbols(text, in: client)
    #expect(found.count == 2)
    #expect(found.last == "5 Task 4:6")
    let completion = try await client.request(
      "textDocument/completion",
      ["textDocument": ["uri": "untitled:a"], "position": ["line": 8, "character": 16]])
    #expect(completion["result"] != .null)
  }

  @Test func symbols_indented_and_tight_brace() async throws {
    let text = "  model   Wide  {\n  }\nmodel Tight{\n}\nmodel C { // note\n}\n\tenum\tE{\n}\n"
    #expect(
      try await symbols(text, in: client()) == [
        "5 Wide 0:10", "5 Tight 2:6", "5 C 4:6", "10 E 6:6",
      ])
  }
}
