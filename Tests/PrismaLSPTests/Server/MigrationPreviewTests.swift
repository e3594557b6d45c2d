import Foundation
import LanguageServerProtocol
import Migration
import SchemaIDE
import Testing

@testable import PrismaLSP

/// Previews of migrations over the protocol. What they start from is given here; how it is read is the
/// subject of `BaselineReaderTests`.
@Suite(.timeLimit(.minutes(2))) struct MigrationPreviewTests {
  private static let schema =
    datasource + """
      model User {
        id   Int    @id
        name String
      }
      """

  /// A client whose server finds an empty database.
  private func started(
    _ capabilities: JSONValue = everything,
    answers: [String: @Sendable (JSONValue) -> JSONValue] = [:],
    reading: @escaping BaselineReading = { _ in empty() }
  ) async throws -> TestClient {
    let client = try await TestClient.started(
      capabilities, answers: answers, progressDelay: .milliseconds(1), readBaseline: reading)
    await client.open("untitled:a", Self.schema)
    return client
  }

  private static let everything: JSONValue = [
    "workspace": [
      "textDocumentContent": [:], "applyEdit": true,
      "workspaceEdit": ["documentChanges": true, "resourceOperations": ["create"]],
      "codeLens": ["refreshSupport": true],
    ],
    "window": ["showDocument": ["support": true], "workDoneProgress": true],
    "textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]],
  ]

  private static func empty(_ facts: [String: [HazardFact]] = [:]) -> BaselineAnswer {
    BaselineAnswer(
      baseline: MigrationBaseline(
        structure: SQLSchema(dialect: .postgresql, origin: .empty),
        origin: .database("PostgreSQL database \"shop\""), time: "10:00:00"), profile: .sevenTen,
      facts: facts)
  }

  private func preview(_ client: TestClient, _ arguments: JSONValue...) async throws -> JSONValue {
    try await client.request(
      "workspace/executeCommand",
      [
        "command": "prisma-lsp.previewMigration",
        "arguments": .array(["untitled:a"] + arguments),
      ])
  }

  private func content(_ client: TestClient, _ uri: JSONValue) async throws -> String {
    let answer = try await client.request("workspace/textDocumentContent", ["uri": uri])
    return answer["result"]?["text"]?.string ?? ""
  }

  @Test func `a preview is shown, asked for, and changes with the schema`() async throws {
    let client = try await started()
    let result = try await preview(client)["result"]
    let uri = try #require(result?["uri"])
    #expect(uri.string?.hasPrefix("prisma-preview:") == true)
    #expect(uri.string?.hasSuffix("/preview.sql") == true)
    let text = try await content(client, uri)
    #expect(text == result?["text"]?.string)
    #expect(text.contains("CREATE TABLE \"User\""))
    #expect(text.contains("-- from  PostgreSQL database \"shop\", read at 10:00:00"))
    let shown = await client.asked.filter { $0["method"] == "window/showDocument" }
    #expect(shown.map { $0["params"]?["uri"] } == [uri])

    await client.change("untitled:a", (5, 0), nil, "  age  Int?\n")
    _ = try await client.pull("untitled:a")
    #expect(try await content(client, uri).contains("\"age\" INTEGER"))
    let refreshed = await client.asked.filter {
      $0["method"] == "workspace/textDocumentContent/refresh"
    }
    #expect(refreshed.last?["params"]?["uri"] == uri)
  }

  @Test func `one model can be looked at alone`() async throws {
    let client = try await started()
    await client.change("untitled:a", (0, 0), nil, "model Other {\n  id Int @id\n}\n")
    let result = try await preview(client, "Other")["result"]
    #expect(result?["text"]?.string?.contains("\"Other\"") == true)
    #expect(result?["text"]?.string?.contains("\"User\"") == false)
    #expect(
      try await preview(client, "Nobody")["error"]?["message"]?.string?.contains("Nobody") == true)
  }

  @Test func `without documents of its own, the preview is a file that only the user can read`()
    async throws
  {
    let client = try await started(["window": ["showDocument": ["support": true]]])
    let uri = try #require(try await preview(client)["result"]?["uri"]?.string)
    let path = try #require(DocumentURI(uri).path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("CREATE TABLE"))
    let folder = (path as NSString).deletingLastPathComponent
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    await client.hangUp()
    _ = await client.exitCode
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `hazards are marked in the schema, and gone with it`() async throws {
    let client = try await started { _ in
      var structure = SQLSchema(dialect: .postgresql, origin: .database)
      var table = SQLTable(name: QualifiedName(namespace: "public", name: "User"))
      table.columns = [
        SQLColumn(
          name: "id", type: .native(SQLNativeType(name: "Integer")), arity: .required)
      ]
      structure.tables = [table]
      return BaselineAnswer(
        baseline: MigrationBaseline(
          structure: structure, origin: .database("x"), time: ""), profile: .sevenTen)
    }
    #expect(try await client.pull("untitled:a").isEmpty)
    _ = try await preview(client)
    #expect(
      try await client.pull("untitled:a").contains { $0.contains("migration-will-fail") })
  }

  /// A baseline where the field `name` of `User` is still called `title`.
  private static func beforeRename() -> BaselineAnswer {
    var structure = SQLSchema(dialect: .postgresql, origin: .database)
    var table = SQLTable(name: QualifiedName(namespace: "public", name: "User"))
    table.columns = ["id", "title"].map { name in
      SQLColumn(
        name: name,
        type: .native(SQLNativeType(name: name == "id" ? "Integer" : "Text")), arity: .required)
    }
    table.primaryKey = SQLPrimaryKey(name: "User_pkey", columns: [SQLIndexColumn(name: "id")])
    structure.tables = [table]
    return BaselineAnswer(
      baseline: MigrationBaseline(structure: structure, origin: .database("x"), time: ""),
      profile: .sevenTen)
  }

  /// The quick fixes at the field `name`.
  private func fixes(_ client: TestClient) async throws -> [JSONValue] {
    let place: JSONValue = ["line": 6, "character": 3]
    return try await client.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "untitled:a"], "range": ["start": place, "end": place],
        "context": ["diagnostics": [], "only": ["quickfix"]],
      ])["result"]?.array ?? []
  }

  @Test func `a rename is chosen, shown, kept, and taken back`() async throws {
    let client = try await started { _ in Self.beforeRename() }
    let uri = try #require(try await preview(client)["result"]?["uri"])
    #expect(try await content(client, uri).contains("DROP COLUMN \"title\""))
    let offered = try await fixes(client)
    #expect(
      offered.compactMap { $0["title"]?.string } == [
        "Keep `User.title` in the database: add `@map(\"title\")`",
        "Rename `User.title` to `name` in the database, instead of drop and add",
      ])
    let rename = try #require(offered.last?["command"])
    #expect(rename["arguments"] == ["untitled:a", "", ["User.title=name"]])
    _ = try await client.request("workspace/executeCommand", rename)
    let step = "ALTER TABLE \"User\" RENAME COLUMN \"title\" TO \"name\";"
    #expect(try await content(client, uri).contains(step))

    // It stays while the schema is edited, even if it does not hold for a moment.
    await client.change("untitled:a", (6, 2), (6, 6), "nam")
    _ = try await client.pull("untitled:a")
    #expect(try await content(client, uri).contains("DROP COLUMN \"title\""))
    await client.change("untitled:a", (6, 2), (6, 5), "name")
    _ = try await client.pull("untitled:a")
    #expect(try await content(client, uri).contains(step))

    let back = try #require(try await fixes(client).first)
    #expect(
      back["title"] == "Drop `User.title` and add `name` after all, instead of the rename")
    _ = try await client.request("workspace/executeCommand", try #require(back["command"]))
    #expect(try await content(client, uri).contains("DROP COLUMN \"title\""))
  }

  @Test(arguments: [["User.nothing=name"], ["User"], [7]] as [JSONValue])
  func `a rename that is not understood is refused in words`(renames: JSONValue) async throws {
    let client = try await started { _ in Self.beforeRename() }
    let answer = try await preview(client, "", renames)
    #expect(answer["error"]?["message"]?.string?.isEmpty == false)
  }

  @Test func `lenses and actions lead to the preview`() async throws {
    let client = try await started()
    func lenses() async throws -> [String] {
      try await client.request(
        "textDocument/codeLens", ["textDocument": ["uri": "untitled:a"]])["result"]?.array?
        .compactMap { $0["command"]?["title"]?.string } ?? []
    }
    #expect(try await lenses() == ["Preview migration"])
    let place: JSONValue = ["line": 4, "character": 8]
    let actions =
      try await client.request(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": "untitled:a"], "range": ["start": place, "end": place],
          "context": ["diagnostics": [], "only": ["source"]],
        ])["result"]?.array ?? []
    #expect(
      actions.compactMap { $0["title"]?.string } == [
        "Preview migration SQL", "Preview migration SQL of `User`", "Create migration",
        "Create migration (online plan)",
      ])
    // Neovim asks for the edit of each action that has none.
    let resolved = try await client.request("codeAction/resolve", try #require(actions.first))
    #expect(resolved["result"]?["command"] == actions.first?["command"])
    let command = try #require(actions.dropFirst().first?["command"])
    #expect(command["arguments"] == ["untitled:a", "User"])
    _ = try await client.request("workspace/executeCommand", command)
    #expect(try await lenses().first?.contains("PostgreSQL database \"shop\"") == true)
    #expect(try await lenses().count == 2)
  }

  @Test func `a schema with errors, an unknown command and no address are refused in words`()
    async throws
  {
    let client = try await started()
    await client.change("untitled:a", (0, 0), nil, "model Broken {\n  a Nothing\n}\n")
    #expect(
      try await preview(client)["error"]?["message"]?.string?.contains("has errors") == true)
    for params: JSONValue in [
      ["command": "prisma-lsp.nothing"], ["command": "prisma-lsp.previewMigration"],
      ["command": "prisma-lsp.previewMigration", "arguments": ["untitled:none"]],
    ] {
      let answer = try await client.request("workspace/executeCommand", params)
      #expect(answer["error"]?["message"]?.string?.isEmpty == false)
    }
    let answer = try await client.request(
      "workspace/textDocumentContent", ["uri": "prisma-preview:/x"])
    #expect(answer["error"] != nil)
  }

  @Test func `a database that never answers delays nothing, and can be given up`() async throws {
    let client = try await started { _ in
      try? await Task.sleep(for: .seconds(600))
      return Self.empty()
    }
    let id = await client.ask(
      "workspace/executeCommand",
      ["command": "prisma-lsp.previewMigration", "arguments": ["untitled:a"]])
    let progress = try await client.next {
      $0["params"]?["value"]?["title"] == "Reading the database"
    }
    await client.change("untitled:a", (5, 0), nil, "  age  Wrong\n")
    #expect(try await client.pull("untitled:a").contains { $0.contains("type") })
    #expect(progress["params"]?["value"]?["cancellable"] == true)
    await client.notify(
      "window/workDoneProgress/cancel", ["token": progress["params"]?["token"] ?? nil])
    #expect(try await client.response(to: id)["error"]?["code"] == -32800)
    let end = try await client.next { message in
      message["method"] == "$/progress"
        && message["params"]?["token"] == progress["params"]?["token"]
    }
    #expect(end["params"]?["value"]?["kind"] == "end")
  }

  @Test func `a failure of the reading is told`() async throws {
    let client = try await started { _ throws(ResponseFailure) in
      throw ResponseFailure("the server is down")
    }
    #expect(try await preview(client)["error"]?["message"] == "the server is down")
  }
}
