import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// Inlay hints, code lenses, links, formatting on typing and renames of files over the protocol.
@Suite(.timeLimit(.minutes(2))) struct HintTests {
  private static let schema =
    datasource + """
      model User {
        id    Int    @id
        posts Post[]
      }
      // https://a.b
      model Post {
        id     Int  @id
        user   User @relation(fields: [userId], references: [id])
        userId Int
      }
      """

  private static let everything: JSONValue = [
    "start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0],
  ]

  private func hints(_ client: TestClient) async throws -> [JSONValue] {
    try await client.request(
      "textDocument/inlayHint",
      ["textDocument": ["uri": "untitled:a"], "range": Self.everything])["result"]?.array ?? []
  }

  @Test func `hints can be clicked and inserted`() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", Self.schema)
    let found = try await hints(client)
    #expect(found.count == 3)
    let opposite = found.first?["label"]?.array
    #expect(opposite?.map { $0["value"]?.string } == ["↔ ", "Post.user"])
    #expect(opposite?.last?["location"]?["uri"] == "untitled:a")
    #expect(opposite?.last?["location"]?["range"]?["start"] == ["line": 11, "character": 2])
    #expect(found[0]["paddingLeft"] == true && found[0]["textEdits"] == nil)
    #expect(found[1]["label"] == ", onDelete: Restrict")
    #expect(found[1]["position"] == ["line": 11, "character": 58])
    #expect(
      found[1]["textEdits"] == [
        [
          "range": [
            "start": ["line": 11, "character": 58], "end": ["line": 11, "character": 58],
          ],
          "newText": ", onDelete: Restrict",
        ]
      ])
    #expect(found[1]["tooltip"]?["kind"] == "markdown")
  }

  @Test func `each kind of hint can be switched, and clients are told to look again`() async throws
  {
    let client = try await TestClient.started([
      "workspace": [
        "inlayHint": ["refreshSupport": true], "codeLens": ["refreshSupport": true],
      ]
    ])
    await client.open("untitled:a", Self.schema)
    _ = try await hints(client)
    let settings: [(JSONValue, Int)] = [
      (["enable": false], 0), (["referentialActions": false], 2), (["oppositeFields": false], 1),
      (["constraintNames": true], 6), (["enable": 3, "constraintNames": "x"], 3), (nil, 3),
    ]
    for (value, count) in settings {
      await client.notify(
        "workspace/didChangeConfiguration",
        ["settings": ["prisma-lsp": ["inlayHints": value]]])
      #expect(try await hints(client).count == count)
    }
    let asked = await client.asked.map { $0["method"]?.string }
    #expect(asked.filter { $0 == "workspace/inlayHint/refresh" }.count == settings.count)
    #expect(asked.filter { $0 == "workspace/codeLens/refresh" }.count == settings.count)
  }

  @Test func `lenses name a command that the client has`() async throws {
    let client = try await TestClient.started(
      options: ["clientCommands": ["prisma-lsp.showReferences"]])
    await client.open("untitled:a", Self.schema)
    let params: JSONValue = ["textDocument": ["uri": "untitled:a"]]
    let all = try await client.request("textDocument/codeLens", params)["result"]?.array ?? []
    // The other one, over the datasource, is about migrations.
    let lenses = all.filter { $0["command"] == nil }
    #expect(lenses.count == 4 && all.count == 5)
    var commands: [JSONValue] = []
    for lens in lenses {
      let resolved = try await client.request("codeLens/resolve", lens)["result"]
      #expect(resolved?["range"] == lens["range"])
      commands.append(resolved?["command"] ?? nil)
    }
    #expect(
      commands.map { $0["title"]?.string } == [
        "1 reference", "1 relation", "1 reference", "1 relation",
      ])
    #expect(commands.allSatisfy { $0["command"] == "prisma-lsp.showReferences" })
    let arguments = commands.first?["arguments"]?.array
    #expect(arguments?[0] == "untitled:a")
    #expect(arguments?[1] == ["line": 4, "character": 6])
    #expect(arguments?[2].array?.first?["range"]?["start"] == ["line": 11, "character": 9])
    await client.change("untitled:a", nil, nil, "model Other {\n  id Int @id\n}\n")
    let gone = try await client.request("codeLens/resolve", lenses.first ?? nil)
    #expect(gone["error"]?["code"] == -32801)
    await client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["prisma-lsp": ["codeLens": ["enable": false]]]])
    #expect(try await client.request("textDocument/codeLens", params)["result"] == [])
  }

  @Test func `a client without the command gets no lenses that count`() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", Self.schema)
    let answer = try await client.request(
      "textDocument/codeLens", ["textDocument": ["uri": "untitled:a"]])
    #expect(
      answer["result"]?.array?.map { $0["command"]?["command"] } == ["prisma-lsp.previewMigration"])
  }

  @Test func `links lead to addresses, rules and what was generated`() async throws {
    let folder = try TestFolder(["generated/client.ts": "", "app/out/x": ""])
    let client = try await TestClient.started(folders: [folder.path])
    let uri = folder.uri("app/schema.prisma")
    await client.open(
      uri,
      """
      // https://a.b
      // prisma-lsp-ignore lint-unused-enum
      generator a {
        output = "../generated"
      }
      generator b {
        output = "./out"
      }
      generator c {
        output = "nothing/yet"
      }
      """)
    let links =
      try await client.request(
        "textDocument/documentLink", ["textDocument": ["uri": .string(uri)]])[
        "result"]?.array ?? []
    #expect(
      links.map { $0["target"]?.string } == [
        "https://a.b", DiagnosticPresentation.rulePages + "lint-unused-enum.md",
        folder.uri("generated/client.ts"), folder.uri("app/out"),
      ])
    #expect(links[2]["range"]?["start"] == ["line": 3, "character": 12])
  }

  @Test func `typing a line end lays the block out`() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", "model A {\n  id Int @id\n  name String @x\n\n}\n")
    func edits(_ line: Int, _ character: Int, _ typed: String) async throws -> [JSONValue] {
      try await client.request(
        "textDocument/onTypeFormatting",
        [
          "textDocument": ["uri": "untitled:a"], "ch": .string(typed),
          "position": ["line": .integer(line), "character": .integer(character)],
          "options": ["tabSize": 4, "insertSpaces": true],
        ])["result"]?.array ?? []
    }
    let found = try await edits(3, 0, "\n")
    #expect(found.count == 3)
    #expect(found.last?["newText"] == "    ")
    #expect(try await edits(4, 1, "}").isEmpty == false)
    #expect(try await edits(-1, 99, "\n").isEmpty)
  }

  @Test func `configurations follow their schemas`() async throws {
    let folder = try TestFolder([
      "prisma.config.ts": "export default {\n  schema: \"prisma/schema.prisma\",\n}\n",
      "prisma/schema.prisma": datasource,
    ])
    let client = try await TestClient.started(
      ["workspace": ["workspaceEdit": ["documentChanges": true]]], folders: [folder.path])
    await client.open(folder.uri("prisma/schema.prisma"), datasource)
    let files: JSONValue = [
      "files": [
        [
          "oldUri": .string(folder.uri("prisma/schema.prisma")),
          "newUri": .string(folder.uri("db/main.prisma")),
        ]
      ]
    ]
    let answer = try await client.request("workspace/willRenameFiles", files)
    let change = answer["result"]?["documentChanges"]?.array?.first
    #expect(change?["textDocument"]?["uri"]?.string == folder.uri("prisma.config.ts"))
    #expect(
      change?["edits"] == [
        [
          "range": ["start": ["line": 1, "character": 10], "end": ["line": 1, "character": 32]],
          "newText": "\"db/main.prisma\"",
        ]
      ])
    let other = try await client.request(
      "workspace/willRenameFiles",
      ["files": [["oldUri": "untitled:x", "newUri": "untitled:y"]]])
    #expect(other["result"] == .null)

    // The client then renames, closes and opens.
    try folder.write("db/main.prisma", datasource + "model A {\n  id Int\n}\n")
    try folder.remove("prisma/schema.prisma")
    try folder.write("prisma.config.ts", "export default { schema: \"db/main.prisma\" }\n")
    await client.closeDocument(folder.uri("prisma/schema.prisma"))
    await client.open(folder.uri("db/main.prisma"), datasource + "model A {\n  id Int\n}\n")
    await client.notify("workspace/didRenameFiles", files)
    #expect(try await client.pull(folder.uri("db/main.prisma")).count == 1)
    #expect(try await client.pull(folder.uri("prisma/schema.prisma")) == [])
  }
}
