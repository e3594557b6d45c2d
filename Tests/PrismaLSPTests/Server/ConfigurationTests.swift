import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

private let withURL = """
  datasource db {
    provider = "postgresql"
    url      = env("X")
  }
  """

private let asking: JSONValue = [
  "workspace": ["configuration": true], "textDocument": ["diagnostic": [:]],
]

@Suite(.timeLimit(.minutes(2))) struct ConfigurationTests {
  /// The codes found in a schema with a `url` under what the client answers.
  private func codes(
    _ answer: @escaping @Sendable (JSONValue) -> JSONValue, options: JSONValue = nil,
    text: String = withURL
  ) async throws -> [String] {
    let client = try await TestClient.started(
      asking, options: options, answers: ["workspace/configuration": answer])
    await client.open("untitled:a", text)
    return try await client.pull("untitled:a")
  }

  @Test func `a version that is set holds`() async throws {
    let seven = try await codes { _ in [["prismaVersion": "7"], nil] }
    #expect(!seven.isEmpty)
    #expect(try await codes { _ in [["prismaVersion": 6], nil] } == [])
    #expect(try await codes({ _ in [nil, nil] }, options: ["prismaVersion": "7"]) == seven)
    // What is answered replaces what came first.
    #expect(
      try await codes({ _ in [["prismaVersion": "6"]] }, options: ["prismaVersion": "7"]) == [])
  }

  @Test(
    arguments: [
      nil, [], [nil], [nil, nil], [5, "x"], "text", 7, true, [["prismaVersion": []]],
      [["diagnostics": 5], ["enableDiagnostics": "no"]], [["diagnostics": ["rules": [1]]]],
      [["diagnostics": ["enable": 0, "rules": ["duplicate-field": 3]]]], "<error>", "<silence>",
    ] as [JSONValue])
  func `nonsense is answered by the defaults`(_ answer: JSONValue) async throws {
    let text = "model A {\n  id Int @id\n  id Int\n}\n"
    #expect(try await codes({ _ in answer }, text: text) == ["2:2 duplicate-field"])
  }

  @Test func `diagnostics can be switched off, by the official setting too`() async throws {
    let text = "model A {"
    #expect(try await codes({ _ in [["diagnostics": ["enable": false]]] }, text: text) == [])
    #expect(try await codes({ _ in [nil, ["enableDiagnostics": false]] }, text: text) == [])
    #expect(try await !codes({ _ in [nil, ["enableDiagnostics": true]] }, text: text).isEmpty)
  }

  @Test func `rules have the severity that is set`() async throws {
    let text = "model A {\n  id Int @id\n  id Int\n  b X\n}\n"
    let rules: JSONValue = ["duplicate-field": "hint", "type-not-found": "off"]
    let client = try await TestClient.started(
      pulling, options: ["diagnostics": ["rules": rules]])
    await client.open("untitled:a", text)
    let answer = try await client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    let items = answer["result"]?["items"]
    #expect(places(items) == ["2:2 duplicate-field"])
    #expect(items?.array?.first?["severity"] == 4)
  }

  @Test func `settings that change are taken over`() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", "model A {")
    #expect(try await !client.pull("untitled:a").isEmpty)
    await client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["prisma-lsp": ["diagnostics": ["enable": false]]]])
    #expect(try await client.pull("untitled:a") == [])
    await client.notify("workspace/didChangeConfiguration", ["settings": nil])
    #expect(try await client.pull("untitled:a") == [])
    await client.notify(
      "workspace/didChangeConfiguration", ["settings": ["diagnostics": ["enable": true]]])
    #expect(try await !client.pull("untitled:a").isEmpty)
    await client.notify("workspace/didChangeConfiguration", ["settings": ["prismaVersion": "7"]])
    await client.change("untitled:a", nil, nil, withURL)
    #expect(try await !client.pull("untitled:a").isEmpty)
    await client.notify("workspace/didChangeConfiguration", ["settings": ["prismaVersion": "6"]])
    #expect(try await client.pull("untitled:a") == [])
  }

  @Test(
    arguments: [
      nil, [:], [], "x", ["prisma-lsp": nil], ["prisma": [:]], ["prisma": nil],
      ["rust-analyzer": ["check": true]], ["prisma": ["enableDiagnostics": true]],
    ] as [JSONValue])
  func `what a push does not speak of stays as it was`(_ pushed: JSONValue) async throws {
    let client = try await TestClient.started(pulling, options: ["prismaVersion": "7"])
    await client.open("untitled:a", withURL)
    let seven = try await client.pull("untitled:a")
    #expect(!seven.isEmpty)
    await client.notify("workspace/didChangeConfiguration", ["settings": pushed])
    #expect(try await client.pull("untitled:a") == seven)
    // This one does speak of it: nothing is set any more.
    await client.notify("workspace/didChangeConfiguration", ["settings": ["prisma-lsp": [:]]])
    #expect(try await client.pull("untitled:a") == [])
  }

  @Test func `each folder has its settings`() async throws {
    let folder = try TestFolder(["a/schema.prisma": withURL, "b/schema.prisma": withURL])
    let client = try await TestClient.started(
      asking, folders: [folder["a"], folder["b"]],
      answers: [
        "workspace/configuration": { params in
          .array(
            (params["items"]?.array ?? []).map { item in
              let isFirst = item["scopeUri"]?.string?.hasSuffix("/a") == true
              return item["section"] == "prisma-lsp" ? ["prismaVersion": isFirst ? "6" : "7"] : nil
            })
        }
      ])
    await client.open(folder.uri("a/schema.prisma"), withURL)
    await client.open(folder.uri("b/schema.prisma"), withURL)
    #expect(try await client.pull(folder.uri("a/schema.prisma")) == [])
    #expect(try await !client.pull(folder.uri("b/schema.prisma")).isEmpty)
    // Without the second folder its settings are gone, and the `url` says that it is Prisma 6.
    await client.notify(
      "workspace/didChangeWorkspaceFolders",
      [
        "event": [
          "added": [],
          "removed": [["uri": .string(DocumentURI(path: folder["b"]).string), "name": "b"]],
        ]
      ])
    #expect(try await client.pull(folder.uri("b/schema.prisma")) == [])
  }
}
