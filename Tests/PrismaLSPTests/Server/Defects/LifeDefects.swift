import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server dies of; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct LifeDefects {
  private static let twice = datasource + "model A {\n  id Int @id\n  id Int\n}\n"

  @Test func process_end() async throws {
    let polite = try await TestClient.started()
    _ = try await polite.request("shutdown", nil)
    await polite.notify("exit", nil)
    #expect(await polite.exitCode == 0)
    let rude = try await TestClient.started()
    await rude.notify("exit", nil)
    #expect(await rude.exitCode == 1)
    let gone = try await TestClient.started()
    await gone.hangUp()
    #expect(await gone.exitCode == 1)
  }

  /// What the official server does not know.
  @Test func unknown_methods() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", datasource + "model A {\n  id Int @id\n}\n")
    #expect(try await client.failures("untitled:a", 4, 7) == [])
    let document: JSONValue = ["uri": "untitled:a"]
    let place: JSONValue = ["line": 4, "character": 7]
    for (method, params) in [
      ("textDocument/prepareRename", ["textDocument": document, "position": place]),
      ("textDocument/linkedEditingRange", ["textDocument": document, "position": place]),
      ("textDocument/diagnostic", ["textDocument": document]),
      (
        "textDocument/rangeFormatting",
        [
          "textDocument": document, "range": ["start": place, "end": place],
          "options": ["tabSize": 2, "insertSpaces": true],
        ]
      ),
      (
        "textDocument/onTypeFormatting",
        [
          "textDocument": document, "position": place, "ch": "}",
          "options": ["tabSize": 2, "insertSpaces": true],
        ]
      ), ("workspace/symbol", ["query": "A"]),
    ] as [(String, JSONValue)] {
      #expect(try await client.request(method, params)["error"] == nil, "\(method)")
    }
  }

  @Test func null_configuration() async throws {
    let client = try await TestClient.started(
      ["workspace": ["configuration": true], "textDocument": ["diagnostic": [:]]],
      answers: ["workspace/configuration": { _ in nil }])
    await client.open("untitled:a", Self.twice)
    #expect(try await client.pull("untitled:a") == ["6:2 duplicate-field"])
    #expect(try await client.failures("untitled:a", 5, 2) == [])
    #expect(await client.exitCodeOfShutdown == 0)
  }

  @Test func no_configuration_capability() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", Self.twice)
    #expect(
      try await places(client.published("untitled:a")["diagnostics"]) == ["6:2 duplicate-field"])
    #expect(try await client.failures("untitled:a", 5, 2) == [])
    #expect(await client.asked.isEmpty)
    #expect(await client.exitCodeOfShutdown == 0)
  }

  /// Each closing brace of a schema of several files is deleted and written again.
  @Test func unclosed_block_before_next_file() async throws {
    let texts = [
      "a.prisma": datasource + "model A {\n  id Int @id\n  bs B[]\n}\n",
      "b.prisma":
        "model B {\n  id  Int @id\n  aId Int\n  a   A   @relation(fields: [aId], references: [id])\n}\n\nenum E {\n  X\n}",
      "c.prisma": "model C {\n  id Int @id\n  e  E\n}",
    ]
    let folder = try TestFolder(texts)
    let client = try await TestClient.started(pulling, folders: [folder.path])
    for (name, text) in texts { await client.open(folder.uri(name), text) }
    for (name, text) in texts {
      let uri = folder.uri(name)
      let errors = try await client.pull(uri)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, content) in lines.enumerated() where content.hasPrefix("}") {
        await client.change(uri, (line, 0), (line, 1), "")
        #expect(try await !client.pull(uri).isEmpty)
        for other in texts.keys {
          #expect(try await client.failures(folder.uri(other), 0, 7) == [], "\(name) \(line)")
        }
        await client.change(uri, (line, 0), (line, 0), "}")
        #expect(try await client.pull(uri) == errors)
      }
    }
    #expect(await client.exitCodeOfShutdown == 0)
  }

  @Test func composite_index_path_unknown_type() async throws {
    let text = """
      datasource db {
        provider = "mongodb"
      }

      type T {
        a Unknown
      }

      model M {
        id String @id @map("_id") @db.ObjectId
        n  Int
        t  T

        @@index([n, t.a])
      }

      """
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", text)
    let found = try await client.pull("untitled:a")
    #expect(found.contains("5:4 type-not-found"))
    for (line, character) in [(5, 5), (13, 14), (13, 17), (11, 5)] {
      #expect(try await client.failures("untitled:a", line, character) == [])
    }
    await client.change("untitled:a", (10, 8), (10, 8), " ")
    #expect(try await client.pull("untitled:a") == found)
    await client.change("untitled:a", (5, 4), (5, 11), "Int")
    #expect(try await client.pull("untitled:a") == [])
    #expect(await client.exitCodeOfShutdown == 0)
  }

  @Test func composite_unknown_type() async throws {
    let text = "datasource db {\n  provider = \"mongodb\"\n}\n\ntype T {\n  a Unknown\n}\n"
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", text)
    #expect(try await client.pull("untitled:a").first == "5:4 type-not-found")
    #expect(try await client.failures("untitled:a", 5, 6) == [])
  }

  /// The config file is told, and the open schema is served as if it named none.
  @Test func config_schema_missing() async throws {
    let config = "export default {\n  schema: 'gone/schema.prisma',\n}\n"
    let folder = try TestFolder(["prisma.config.ts": config, "schema.prisma": Self.twice])
    let client = try await TestClient.started(pulling, folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, Self.twice)
    #expect(try await client.pull(uri) == ["6:2 duplicate-field"])
    #expect(try await client.failures(uri, 5, 2) == [])
    let told = try await client.published(folder.uri("prisma.config.ts"))
    #expect(told["diagnostics"]?.array?.count == 1)
    let item = told["diagnostics"]?.array?.first
    #expect(
      item?["message"]?.string?.hasPrefix("there is no schema at `gone/schema.prisma`") == true)
    #expect(
      item?["range"] == [
        "start": ["line": 1, "character": 10], "end": ["line": 1, "character": 30],
      ])
    await client.change(uri, (6, 2), (6, 4), "b")
    #expect(try await client.pull(uri) == [])
    // Once the schema is there, nothing is wrong any more.
    try folder.write("gone/schema.prisma", datasource)
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri("gone/schema.prisma")), "type": 1]]])
    #expect(
      try await client.published(folder.uri("prisma.config.ts"))["diagnostics"] == [])
    #expect(await client.exitCodeOfShutdown == 0)
  }

  @Test func config_schema_missing_in_package() async throws {
    let package = "{\n  \"name\": \"gone\",\n  \"prisma\": { \"schema\": \"gone\" }\n}\n"
    let folder = try TestFolder(["package.json": package, "schema.prisma": datasource])
    let client = try await TestClient.started(folders: [folder.path])
    await client.open(folder.uri("schema.prisma"), datasource)
    let told = try await client.published(folder.uri("package.json"))
    #expect(
      told["diagnostics"]?.array?.first?["range"] == [
        "start": ["line": 2, "character": 24], "end": ["line": 2, "character": 30],
      ])
    await client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["prisma-lsp": ["diagnostics": ["enable": false]]]])
    #expect(try await client.published(folder.uri("package.json"))["diagnostics"] == [])
  }
}
