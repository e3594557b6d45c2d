import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

private let twice =
  datasource + """
    model A {
      id Int @id
      id Int
    }
    """

@Suite(.timeLimit(.minutes(2))) struct ServerDiagnosticsTests {
  @Test func `diagnostics are pushed with the version that they belong to`() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", twice, version: 4)
    let first = try await client.published("untitled:a")
    #expect(first["version"] == 4)
    #expect(places(first["diagnostics"]) == ["6:2 duplicate-field"])
    let item = first["diagnostics"]?.array?.first
    #expect(item?["source"] == "prisma-lsp")
    #expect(item?["severity"] == 1)
    let version = await client.change("untitled:a", (6, 2), (6, 4), "name")
    let second = try await client.published("untitled:a", version: version)
    #expect(second["diagnostics"] == [])
  }

  @Test func `a client that can show more is told more`() async throws {
    let client = try await TestClient.started([
      "textDocument": [
        "publishDiagnostics": [
          "relatedInformation": true, "codeDescriptionSupport": true,
          "tagSupport": ["valueSet": [1, 2]],
        ]
      ]
    ])
    await client.open("untitled:a", twice)
    let item = try await client.published("untitled:a")["diagnostics"]?.array?.first
    #expect(
      item?["codeDescription"]?["href"]?.string?.hasSuffix("docs/rules/duplicate-field.md") == true)
    let related = item?["relatedInformation"]?.array?.first
    #expect(related?["location"]?["uri"] == "untitled:a")
    #expect(related?["location"]?["range"]?["start"]?["line"] == 5)
    #expect(item?["message"]?.string?.contains("`id`") == true)
  }

  @Test func `what is managed elsewhere is faded`() async throws {
    let config = "export default { tables: { external: [\"public.users\", \"auth.other\"] } }\n"
    let text =
      datasource
      + "\nmodel User {\n  id Int @id\n  @@map(\"users\")\n}\nmodel Other {\n  id Int @id\n}\n"
    let folder = try TestFolder(["prisma.config.ts": config, "schema.prisma": text])
    let client = try await TestClient.started(
      ["textDocument": ["publishDiagnostics": ["tagSupport": ["valueSet": [1, 2]]]]],
      folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, text)
    let found = try await client.published(uri)["diagnostics"]?.array ?? []
    #expect(found.compactMap { $0["code"]?.string } == ["external-table"])
    #expect(found.first?["tags"] == [1])
    #expect(found.first?["severity"] == 4)
    #expect(found.first?["range"]?["start"]?["line"] == 5)
    #expect(found.first?["range"]?["end"]?["line"] == 8)
    #expect(found.first?["message"]?.string?.hasPrefix("the table `public.users`") == true)
    try folder.write("prisma.config.ts", "export default {}\n")
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri("prisma.config.ts")), "type": 2]]])
    #expect(try await client.published(uri)["diagnostics"] == [])
  }

  @Test func `a client that pulls is not pushed to`() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", twice)
    let answer = try await client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    #expect(answer["result"]?["kind"] == "full")
    #expect(places(answer["result"]?["items"]) == ["6:2 duplicate-field"])
    let result = answer["result"]?["resultId"] ?? nil
    let again = try await client.request(
      "textDocument/diagnostic",
      ["textDocument": ["uri": "untitled:a"], "previousResultId": result])
    #expect(again["result"] == ["kind": "unchanged", "resultId": result])
    await client.change("untitled:a", (6, 2), (6, 4), "name")
    let third = try await client.request(
      "textDocument/diagnostic",
      ["textDocument": ["uri": "untitled:a"], "previousResultId": result])
    #expect(third["result"]?["items"] == [])
    #expect(await client.received("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func `a pull is answered for the newest text while changes come in`() async throws {
    let client = try await TestClient.started(pulling)
    let models = (0..<400).map { "model M\($0) {\n  id Int @id\n}\n" }.joined()
    await client.open("untitled:a", datasource + models)
    var ids: [(Int, Int)] = []
    for index in 0..<30 {
      await client.change("untitled:a", (5, 2), (5, 2), "id Int\n")
      ids.append(
        (
          await client.ask(
            "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]]), index
        ))
    }
    for (id, index) in ids {
      let answer = try await client.response(to: id)
      let count = answer["result"]?["items"]?.array?.count ?? -1
      #expect(count > index && count <= 30, "answer \(index) has \(count)")
    }
  }

  @Test func `a request that was cancelled is answered once`() async throws {
    let client = try await TestClient.started(pulling)
    let models = (0..<2000).map { "model M\($0) {\n  id Int @id\n}\n" }.joined()
    await client.open("untitled:a", datasource + models)
    let id = await client.ask("textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    await client.notify("$/cancelRequest", ["id": .integer(id)])
    await client.notify("$/cancelRequest", ["id": .integer(id)])
    await client.notify("$/cancelRequest", ["id": "other"])
    #expect(try await client.response(to: id)["error"]?["code"] == -32800)
    #expect(try await client.pull("untitled:a") == [])
    #expect(await client.exitCodeOfShutdown == 0)
  }

  @Test func `the buffer counts, not the file`() async throws {
    let folder = try TestFolder(["schema.prisma": datasource, "b.prisma": "model B {"])
    let client = try await TestClient.started(pulling, folders: [folder.path])
    await client.open(folder.uri("schema.prisma"), datasource)
    await client.open(folder.uri("b.prisma"), "model B {\n  id Int @id\n}\n")
    #expect(try await client.pull(folder.uri("b.prisma")) == [])
    await client.closeDocument(folder.uri("b.prisma"))
    #expect(try await !client.pull(folder.uri("b.prisma")).isEmpty)
  }

  @Test func `a file in another dialect is left alone`() async throws {
    let folder = try TestFolder(["schema.prisma": twice, "next.prisma": "nonsense"])
    let client = try await TestClient.started(folders: [folder.path])
    let uri = folder.uri("next.prisma")
    await client.open(uri, "// use prisma-next\nnonsense { }\n")
    #expect(try await client.published(uri)["diagnostics"] == [])
    await client.open(folder.uri("schema.prisma"), twice)
    let other = try await client.published(folder.uri("schema.prisma"))
    #expect(places(other["diagnostics"]) == ["6:2 duplicate-field"])
    let format = try await client.request(
      "textDocument/formatting",
      ["textDocument": ["uri": .string(uri)], "options": ["tabSize": 2, "insertSpaces": true]])
    #expect(format["result"] == .null)
    // Without its first line it is an ordinary file.
    let version = await client.change(uri, (0, 0), (1, 0), "")
    #expect(try await !places(client.published(uri, version: version)["diagnostics"]).isEmpty)
    let back = await client.change(uri, (0, 0), (0, 0), "// use prisma-8\n")
    #expect(try await client.published(uri, version: back)["diagnostics"] == [])
  }

  @Test func `the workspace is pulled with all its schemas`() async throws {
    let folder = try TestFolder([
      "one/schema.prisma": twice, "two/schema.prisma": datasource,
      "node_modules/.prisma/client/schema.prisma": "broken {",
      "dist/schema.prisma": "broken {",
    ])
    let client = try await TestClient.started(pulling, folders: [folder.path])
    let report = try await client.request("workspace/diagnostic", ["previousResultIds": []])
    let items = report["result"]?["items"]?.array ?? []
    #expect(
      items.map { $0["uri"]?.string } == [
        folder.uri("one/schema.prisma"), folder.uri("two/schema.prisma"),
      ])
    #expect(items.map { places($0["items"]).count } == [1, 0])
    #expect(items.first?["version"] == .some(.null))
    let previous = items.map { item -> JSONValue in
      ["uri": item["uri"] ?? nil, "value": item["resultId"] ?? nil]
    }
    let again = try await client.request(
      "workspace/diagnostic", ["previousResultIds": .array(previous)])
    let kinds = again["result"]?["items"]?.array?.map { $0["kind"]?.string }
    #expect(kinds == ["unchanged", "unchanged"])
    try folder.remove("one/schema.prisma")
    let third = try await client.request(
      "workspace/diagnostic", ["previousResultIds": .array(previous)])
    let cleared = third["result"]?["items"]?.array?.first {
      $0["uri"]?.string == folder.uri("one/schema.prisma")
    }
    #expect(cleared?["items"] == [])
  }

  @Test func `changes from outside ask for a refresh`() async throws {
    let folder = try TestFolder(["schema.prisma": datasource])
    let client = try await TestClient.started(
      [
        "textDocument": ["diagnostic": [:]],
        "workspace": ["diagnostics": ["refreshSupport": true]],
      ], folders: [folder.path])
    await client.open(folder.uri("schema.prisma"), datasource)
    #expect(try await client.pull(folder.uri("schema.prisma")) == [])
    #expect(await client.asked.isEmpty)
    try folder.write("b.prisma", "model B {")
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri("b.prisma")), "type": 1]]])
    while await client.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    #expect(await client.asked.map { $0["method"]?.string } == ["workspace/diagnostic/refresh"])
  }

  /// As Neovim is: it pulls for the document that was edited, and nothing tells it to pull for others.
  @Test func `a client that can't be asked to pull anew is pushed to`() async throws {
    let user = "model A {\n  id Int @id\n}\n"
    let text = datasource + "model B {\n  id Int @id\n  a  A?\n}\n"
    let folder = try TestFolder(["a.prisma": user, "schema.prisma": text])
    func advertised(_ workspace: JSONValue) async throws -> JSONValue? {
      let client = TestClient()
      let capabilities: JSONValue = [
        "textDocument": ["diagnostic": [:], "publishDiagnostics": [:]], "workspace": workspace,
      ]
      let answer = try await client.request("initialize", ["capabilities": capabilities])
      return answer["result"]?["capabilities"]?["diagnosticProvider"]
    }
    #expect(try await advertised([:]) == nil)
    #expect(try await advertised(["diagnostics": ["refreshSupport": true]]) != nil)
    let client = try await TestClient.started(
      ["textDocument": ["diagnostic": [:], "publishDiagnostics": [:]]], folders: [folder.path])
    await client.open(folder.uri("a.prisma"), user)
    await client.open(folder.uri("schema.prisma"), text)
    let first = try await client.published(folder.uri("schema.prisma"))
    #expect(!places(first["diagnostics"]).contains { $0.hasSuffix("type-not-found") })
    await client.change(folder.uri("a.prisma"), (0, 6), (0, 7), "Other")
    let second = try await client.published(folder.uri("schema.prisma"))
    #expect(places(second["diagnostics"]).contains { $0.hasSuffix("type-not-found") })
  }

  @Test(arguments: [false, true])
  func `files that change without a word are noticed`(pulls: Bool) async throws {
    let text = datasource + "model B {\n  id Int @id\n  k  Kind\n}\n"
    let folder = try TestFolder(["schema.prisma": text])
    let capabilities: JSONValue = [
      "textDocument": ["diagnostic": [:]],
      "workspace": ["diagnostics": ["refreshSupport": true]],
    ]
    let client = try await TestClient.started(
      pulls ? capabilities : [:], folders: [folder.path], watchInterval: .milliseconds(10))
    let uri = folder.uri("schema.prisma")
    await client.open(uri, text)
    if pulls {
      #expect(try await client.pull(uri).count == 1)
      #expect(await client.asked.isEmpty)
    } else {
      #expect(try await places(client.published(uri)["diagnostics"]).count == 1)
    }
    try folder.write("kind.prisma", "enum Kind {\n  X\n}\n")
    if pulls {
      while await client.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      #expect(await client.asked.map { $0["method"]?.string } == ["workspace/diagnostic/refresh"])
      #expect(try await client.pull(uri) == [])
    } else {
      #expect(try await client.published(uri)["diagnostics"] == [])
    }
  }

  /// Its folder has still to be looked at when the edit comes, which takes longer than the analysis.
  @Test func `a document that was just opened counts at once`() async throws {
    let text = datasource + "model B {\n  id Int @id\n  k  Kind\n}\n"
    var files = ["schema.prisma": text]
    // It takes its time to list them.
    for index in 0..<4000 { files["\(index).txt"] = "" }
    let folder = try TestFolder(files)
    let client = try await TestClient.started(pulling, folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, text)
    #expect(try await client.pull(uri).filter { $0.hasSuffix("type-not-found") }.count == 1)
    await client.open(folder.uri("kind.prisma"), "enum Kind {\n  X\n}\n")
    await client.change(uri, (0, 0), (0, 0), "\n")
    #expect(try await client.pull(uri).filter { $0.hasSuffix("type-not-found") } == [])
  }

  @Test func `loading is shown as progress`() async throws {
    let client = try await TestClient.started(
      ["window": ["workDoneProgress": true]], progressDelay: .zero)
    await client.open("untitled:a", datasource)
    _ = try await client.published("untitled:a")
    let asked = await client.asked.map { $0["method"]?.string }
    #expect(Set(asked) == ["window/workDoneProgress/create"])
  }

  @Test func `what is quick is not`() async throws {
    let client = try await TestClient.started(
      ["window": ["workDoneProgress": true]], progressDelay: .seconds(3_600))
    await client.open("untitled:a", datasource)
    _ = try await client.published("untitled:a")
    #expect(await client.asked.isEmpty)
    #expect(await client.received("$/progress").isEmpty)
  }

  @Test func `at most a thousand are shown, errors first`() async throws {
    let client = try await TestClient.started()
    let fields = String(repeating: "  nonsense\n", count: 2500)
    await client.open("untitled:a", "model A {\n  id Int @id\n\(fields)}\n")
    let items = try await client.published("untitled:a")["diagnostics"]?.array ?? []
    #expect(items.count == 1001)
    #expect(items.dropLast().allSatisfy { $0["severity"] == 1 })
    #expect(items.last?["message"]?.string?.contains("more findings") == true)
  }
}

extension TestClient {
  /// The exit code after an orderly end.
  var exitCodeOfShutdown: Int32 {
    get async {
      _ = try? await request("shutdown", nil)
      notify("exit", nil)
      return await exitCode
    }
  }
}
