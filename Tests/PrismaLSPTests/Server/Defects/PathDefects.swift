import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// Documents that the official server loses by their addresses; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct PathDefects {
  private static let schema = datasource + "model A {\n  id Int @id\n  id Int\n  as A[]\n}\n"

  @Test(arguments: [
    "plain", "(app)", "@scope", "with space", "[id]", "a+b&c=d", "it's", "ü", "a!b,c", "100%",
    "a#b",
  ])
  func special_characters_in_path(_ name: String) async throws {
    let folder = try TestFolder(["\(name)/schema.prisma": datasource])
    let client = try await TestClient.started(pulling, folders: [folder.path])
    // As little encoded as can be.
    let escapes = ["%": "%25", " ": "%20", "#": "%23"]
    let path = folder["\(name)/schema.prisma"].map { escapes[String($0)] ?? String($0) }.joined()
    let sent = "file://" + path
    let encoded = folder.uri("\(name)/schema.prisma")
    await client.open(sent, Self.schema)
    for uri in [sent, encoded] {
      #expect(try await client.pull(uri).contains("6:2 duplicate-field"))
      let answers = try await client.askAll(uri, 7, 5)
      #expect(answers["hover"]?["result"]?["contents"] != nil)
      #expect(answers["completion"]?["result"] != .null)
      for method in ["definition", "references"] {
        let found = answers[method]?["result"]
        // In the client's own spelling.
        #expect(found?.array?.first?["uri"] == .string(sent), "\(method)")
      }
      let rename = try await client.request(
        "textDocument/rename",
        [
          "textDocument": ["uri": .string(uri)], "position": ["line": 7, "character": 5],
          "newName": "B",
        ])
      #expect(rename["result"]?["changes"]?.object?.keys.sorted() == [sent])
      #expect(answers["documentSymbol"]?["result"]?.array?.isEmpty == false)
    }
    await client.change(encoded, (6, 2), (6, 4), "b")
    #expect(try await !client.pull(sent).contains("6:2 duplicate-field"))

    let pushed = try await TestClient.started(folders: [folder.path])
    await pushed.open(sent, Self.schema)
    #expect(
      try await places(pushed.published(sent)["diagnostics"]).contains("6:2 duplicate-field"))
  }

  @Test func untitled_document() async throws {
    for uri in ["untitled:Untitled-1", "untitled:/some/where.prisma", "vscode-vfs://x/y.prisma"] {
      let client = try await TestClient.started()
      await client.open(uri, Self.schema)
      #expect(
        try await places(client.published(uri)["diagnostics"]).contains("6:2 duplicate-field"))
      let answers = try await client.askAll(uri, 7, 5)
      #expect(answers["hover"]?["result"]?["contents"] != nil)
      #expect(answers["definition"]?["result"]?.array?.first?["uri"] == .string(uri))
      #expect(answers.values.allSatisfy { $0["error"] == nil })
    }
  }
}
