import LanguageServerProtocol
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct CodeActionTests {
  private static let schema =
    datasource + """
      model User {
        id   Int    @id
        size String @ignore
      }

      """

  /// A client that takes code actions.
  private static func capabilities(resolves: Bool, literals: Bool = true) -> JSONValue {
    var actions: [String: JSONValue] = [:]
    if literals { actions["codeActionLiteralSupport"] = ["codeActionKind": ["valueSet": []]] }
    if resolves {
      actions["dataSupport"] = true
      actions["resolveSupport"] = ["properties": ["edit"]]
    }
    return ["textDocument": ["diagnostic": [:], "codeAction": .object(actions)]]
  }

  private static func params(
    line: Int, character: Int, only: JSONValue? = nil, diagnostics: JSONValue = []
  ) -> JSONValue {
    let place: JSONValue = ["line": .integer(line), "character": .integer(character)]
    var context: [String: JSONValue] = ["diagnostics": diagnostics]
    if let only { context["only"] = only }
    return [
      "textDocument": ["uri": "untitled:a"], "range": ["start": place, "end": place],
      "context": .object(context),
    ]
  }

  private static func opened(
    resolves: Bool = false, literals: Bool = true, options: JSONValue = nil
  ) async throws -> TestClient {
    let client = try await TestClient.started(
      capabilities(resolves: resolves, literals: literals), options: options)
    await client.open("untitled:a", schema)
    return client
  }

  /// The hint about `@ignore` in line 6.
  private static let ignored = "lint-ignored-field"

  /// Prisma reports all preview features that it does not know at the whole list.
  @Test func `of several diagnostics at one place the one that is asked for is mended`()
    async throws
  {
    let client = try await TestClient.started(Self.capabilities(resolves: false))
    await client.open(
      "untitled:a",
      "generator g {\n  provider = \"x\"\n  previewFeatures = [\"viewz\", \"relationJoinz\"]\n}\n")
    let report = try await client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    let all = report["result"]?["items"]?.array ?? []
    let found = all.filter { $0["code"] == "preview-feature-unknown" }
    #expect(found.count == 2)
    for diagnostic in found {
      let answer = try await client.request(
        "textDocument/codeAction",
        Self.params(line: 2, character: 30, only: ["quickfix"], diagnostics: [diagnostic]))
      let named = answer["result"]?.array?.flatMap { $0["diagnostics"]?.array ?? [] } ?? []
      #expect(!named.isEmpty)
      #expect(named.allSatisfy { $0["message"] == diagnostic["message"] })
    }
  }

  @Test func `an action names its diagnostics and has its edit`() async throws {
    let client = try await Self.opened()
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 6, character: 16))
    let action = try #require(answer["result"]?.array?.first)
    #expect(action["title"] == .string("Ignore `\(Self.ignored)` here"))
    #expect(action["kind"] == "quickfix")
    #expect(action["diagnostics"]?.array?.first?["code"] == .string(Self.ignored))
    #expect(action["edit"]?["changes"]?["untitled:a"]?.array?.count == 1)
    #expect(action["data"] == nil)
  }

  @Test func `a client that can asks for the edit later`() async throws {
    let client = try await Self.opened(resolves: true)
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 6, character: 16))
    let action = try #require(answer["result"]?.array?.first)
    #expect(action["edit"] == nil)
    let resolved = try await client.request("codeAction/resolve", action)
    #expect(resolved["result"]?["title"] == action["title"])
    #expect(resolved["result"]?["edit"]?["changes"]?["untitled:a"]?.array?.count == 1)
    await client.change("untitled:a", (0, 0), (0, 0), "// x\n")
    let late = try await client.request("codeAction/resolve", action)
    #expect(late["error"]?["code"] == -32801)
  }

  @Test func `a file in its layout stays so`() async throws {
    let client = try await TestClient.started(Self.capabilities(resolves: true))
    await client.open("untitled:a", "model User {\n  id Int @id\n}\n")
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 0, character: 0, only: ["refactor.rewrite"]))
    let action = try #require(
      answer["result"]?.array?.first { $0["title"] == "Add `createdAt` and `updatedAt`" })
    let resolved = try await client.request("codeAction/resolve", action)
    let edits = resolved["result"]?["edit"]?["changes"]?["untitled:a"]?.array ?? []
    #expect(edits.contains { $0["newText"]?.string?.contains("createdAt DateTime @") ?? false })
    // The field that was there is aligned with them.
    #expect(edits.contains { $0["range"]?["start"]?["line"] == 1 })
  }

  @Test func `only the kinds that are asked for are given`() async throws {
    let client = try await Self.opened()
    for (only, isGiven) in [("quickfix", true), ("", true), ("refactor", false), ("quick", false)] {
      let answer = try await client.request(
        "textDocument/codeAction",
        Self.params(line: 6, character: 16, only: [.string(only)]))
      let titles = answer["result"]?.array?.compactMap { $0["title"]?.string } ?? []
      #expect(titles.contains("Ignore `\(Self.ignored)` here") == isGiven, "\(only)")
    }
  }

  @Test func `only the diagnostics that are asked about are mended`() async throws {
    let client = try await Self.opened()
    let report = try await client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    let known = try #require(report["result"]?["items"]?.array?.first)
    #expect(known["code"] == .string(Self.ignored))
    func titles(_ diagnostics: JSONValue) async throws -> Int {
      let answer = try await client.request(
        "textDocument/codeAction",
        Self.params(line: 6, character: 16, only: ["quickfix"], diagnostics: diagnostics))
      return answer["result"]?.array?.count ?? -1
    }
    let foreign: JSONValue = [
      "range": known["range"] ?? nil, "message": "x", "source": "other", "code": 7,
    ]
    let place: JSONValue = ["line": 0, "character": 0]
    let elsewhere: JSONValue = [
      "range": ["start": place, "end": place], "message": "x", "code": .string(Self.ignored),
    ]
    #expect(try await titles([known]) == 1)
    #expect(try await titles([foreign]) == 1)
    #expect(try await titles([elsewhere]) == 0)
  }

  @Test func `what is switched off is not mended`() async throws {
    let client = try await Self.opened(
      options: ["diagnostics": ["rules": .object([Self.ignored: "off"])]])
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 6, character: 16, only: ["quickfix"]))
    #expect(answer["result"] == [])
  }

  @Test func `a client that only knows commands gets none`() async throws {
    let client = try await Self.opened(literals: false)
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 6, character: 16))
    #expect(answer["result"] == [])
  }

  @Test func `what makes a file is for clients that can`() async throws {
    let text = "datasource db {\n  provider = \"mysql\"\n  url = env(\"A\")\n}\n"
    let folder = try TestFolder(["schema.prisma": text])
    let uri = folder.uri("schema.prisma")
    for creates in [true, false] {
      let client = try await TestClient.started(
        [
          "textDocument": [
            "diagnostic": [:],
            "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
          ],
          "workspace": [
            "workspaceEdit": [
              "documentChanges": true, "resourceOperations": creates ? ["create"] : [],
            ]
          ],
        ], folders: [folder.path], options: ["prismaVersion": "7"])
      await client.open(uri, text)
      var params = Self.params(line: 2, character: 3).object ?? [:]
      params["textDocument"] = ["uri": .string(uri)]
      let answer = try await client.request("textDocument/codeAction", .object(params))
      let actions = answer["result"]?.array ?? []
      let moving = actions.first {
        $0["title"] == "Move the connection to `prisma.config.ts`"
      }
      #expect((moving != nil) == creates)
      #expect(actions.contains { $0["title"] == "Remove `url`" })
      if creates {
        let changes = moving?["edit"]?["documentChanges"]?.array ?? []
        #expect(changes.first?["kind"] == "create")
        #expect(changes.first?["uri"] == .string(folder.uri("prisma.config.ts")))
        #expect(changes.count == 3)
      }
    }
  }

  /// Prisma would read the configuration that there is, not one beside the schema.
  @Test(arguments: ["src/db/schema.prisma", "packages/db/prisma/schema.prisma"])
  func `the connection stays where a configuration is found further out`(_ name: String)
    async throws
  {
    let text = "datasource db {\n  provider = \"mysql\"\n  url = env(\"A\")\n}\n"
    let folder = try TestFolder([
      name: text,
      "prisma.config.ts":
        "export default { schema: \"\(name)\", datasource: { url: \"mysql://x\" } }\n",
    ])
    let client = try await TestClient.started(
      [
        "textDocument": [
          "diagnostic": [:],
          "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
        ],
        "workspace": [
          "workspaceEdit": ["documentChanges": true, "resourceOperations": ["create"]]
        ],
      ], folders: [folder.path], options: ["prismaVersion": "7"])
    await client.open(folder.uri(name), text)
    for only in ["quickfix", "source.fixAll"] {
      var params = Self.params(line: 2, character: 3, only: [.string(only)]).object ?? [:]
      params["textDocument"] = ["uri": .string(folder.uri(name))]
      let answer = try await client.request("textDocument/codeAction", .object(params))
      let titles = (answer["result"]?.array ?? []).compactMap { $0["title"]?.string }
      #expect(titles.contains("Remove `url`") == (only == "quickfix"))
      #expect(!titles.contains("Move the connection to `prisma.config.ts`"))
      #expect(only == "quickfix" || titles.isEmpty)
    }
  }

  @Test func `all obvious fixes are made at once`() async throws {
    let client = try await TestClient.started(Self.capabilities(resolves: true))
    await client.open("untitled:a", "model User {\n  id: Int @id\n  name: String!\n}\n")
    let answer = try await client.request(
      "textDocument/codeAction", Self.params(line: 0, character: 0, only: ["source.fixAll"]))
    let action = try #require(answer["result"]?.array?.first)
    #expect(action["kind"] == "source.fixAll.prisma-lsp")
    let resolved = try await client.request("codeAction/resolve", action)
    let edits = resolved["result"]?["edit"]?["changes"]?["untitled:a"]?.array ?? []
    #expect(edits.contains { $0["newText"]?.string?.contains("!") == true } == false)
    #expect(!edits.isEmpty)
  }
}
