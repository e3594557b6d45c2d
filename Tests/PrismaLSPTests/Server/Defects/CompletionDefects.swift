import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server offers at the wrong place or not at all; each test is called as the scenario
/// was.
@Suite(.timeLimit(.minutes(2))) struct CompletionDefects {
  /// The items at `<|>`: what the text would be after taking each, by label.
  private func completed(_ marked: String) async throws -> [String: String] {
    let text = marked.replacing("<|>", with: "")
    let before = marked.prefix(upTo: try #require(marked.firstRange(of: "<|>")).lowerBound)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", text)
    let answer = try await client.request(
      "textDocument/completion",
      [
        "textDocument": ["uri": "untitled:a"],
        "position": [
          "line": .integer(before.count - 1),
          "character": .integer(before.last?.utf16.count ?? 0),
        ],
      ])
    let items = answer["result"]?["items"]?.array ?? []
    return Dictionary(
      items.map { item in
        let edits =
          (item["textEdit"].map { [$0] } ?? []) + (item["additionalTextEdits"]?.array ?? [])
        return (item["label"]?.string ?? "", edits.applied(to: text))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func model(_ field: String, provider: String = "postgresql") -> String {
    "datasource db {\n  provider = \"\(provider)\"\n}\n\nenum Kind {\n  X\n}\n\n"
      + "model A {\n  id Int @id\n  \(field)\n}\n"
  }

  @Test func completion_word_end_and_doubling() async throws {
    // Nothing that was typed is left over or doubled, whatever stands before.
    #expect(try await completed(model("x Int @uni<|>"))["@unique"] == model("x Int @unique"))
    for type in ["String", "String?", "String[]"] {
      for typed in ["@db.", "@db.Te"] {
        let native = try await completed(model("x \(type) \(typed)<|>"))
        #expect(native["Text"] == model("x \(type) @db.Text"))
        #expect(!native.keys.contains { $0.hasPrefix("@") })
      }
    }
    // Arguments that stand behind are not written again.
    let argued = model("u String @uni<|>que(map: \"x\")")
    #expect(
      try await completed(argued)["@unique"] == argued.replacing("<|>", with: ""))
    let url = "datasource db {\n  provider = \"postgresql\"\n  url = en<|>v(\"X\")\n}\n"
    #expect(
      try await completed(url).filter { $0.key.hasPrefix("env") }.values.allSatisfy {
        $0 == url.replacing("<|>", with: "")
      })
    // A word that is as long as the name of a type is not doubled by its arity.
    #expect(try await completed(model("x String<|>"))["String?"] == model("x String?"))
    #expect(try await completed(model("x <|>"))["Int"] == model("x Int"))
    #expect(try await completed(model("kind Kind? @default(<|>)")).keys.contains("X"))
  }

  @Test func sqlite_out_of_date() async throws {
    #expect(
      try await completed(model("x <|>", provider: "sqlite")).keys.contains("Json"))
    let top = try await completed("datasource db {\n  provider = \"sqlite\"\n}\n\n<|>")
    #expect(top.keys.contains("enum"))
  }
}
