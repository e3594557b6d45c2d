import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct CompletionTests {
  private func completion(
    _ text: String, _ line: Int, _ character: Int, _ capabilities: JSONValue = [:],
    context: JSONValue = nil, uri: String = "untitled:a"
  ) async throws -> (client: TestClient, result: JSONValue) {
    let client = try await TestClient.started([
      "textDocument": ["completion": capabilities, "diagnostic": [:]]
    ])
    await client.open(uri, text)
    let answer = try await client.request(
      "textDocument/completion",
      [
        "textDocument": ["uri": .string(uri)],
        "position": ["line": .integer(line), "character": .integer(character)],
        "context": context,
      ])
    return (client, answer["result"] ?? "none")
  }

  private func item(_ label: String, _ result: JSONValue) -> JSONValue? {
    result["items"]?.array?.first { $0["label"]?.string == label }
  }

  private let model = "model A {\n  id Int @id\n  ä Int @un\n  @@\n}\n"

  @Test func `a simple client gets text edits`() async throws {
    let (_, result) = try await completion(model, 2, 10)
    let unique = item("@unique", result)
    #expect(
      unique?["textEdit"] == [
        "range": [
          "start": ["line": 2, "character": 8], "end": ["line": 2, "character": 11],
        ], "newText": "@unique",
      ])
    #expect(item("@map", result)?["insertTextFormat"] == nil)
    // Neovim 0.11 takes an item without it for one that was filtered by the server.
    #expect(unique?["filterText"] == "@unique")
    #expect(item("@map", result)?["textEdit"]?["newText"] == "@map(\"ä\")")
  }

  @Test func `two forms of a type differ in their labels`() async throws {
    let text =
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n  a Decimal @db.D\n}\n"
    let (_, result) = try await completion(text, 5, 17)
    #expect(item("Decimal", result)?["textEdit"]?["newText"] == "Decimal")
    #expect(
      item("Decimal(precision, scale)", result)?["textEdit"]?["newText"] == "Decimal(10, 2)")
    let capabilities: JSONValue = ["completionItem": ["labelDetailsSupport": true]]
    let (_, detailed) = try await completion(text, 5, 17, capabilities)
    #expect(item("Decimal(precision, scale)", detailed) == nil)
  }

  @Test func `a client that can gets snippets, and the range once`() async throws {
    let capabilities: JSONValue = [
      "completionItem": [
        "snippetSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true,
      ],
      "completionList": ["itemDefaults": ["editRange"]],
    ]
    let (_, result) = try await completion(model, 2, 10, capabilities)
    #expect(
      result["itemDefaults"]?["editRange"] == [
        "start": ["line": 2, "character": 8], "end": ["line": 2, "character": 11],
      ])
    #expect(item("@unique", result)?["textEdit"] == nil)
    #expect(item("@map", result)?["textEditText"] == "@map(\"${1:ä}\")")
    #expect(item("@map", result)?["insertTextFormat"] == 2)
  }

  /// Neovim 0.11 inserts of plain text what stands before the first blank.
  @Test func `more than one word is a snippet where there are snippets`() async throws {
    let text = "model User {\n  id Int @id\n}\nmodel Post {\n  id Int @id\n  author User\n}\n"
    let label = "User @relation(fields: [authorId], references: [id])"
    let capabilities: JSONValue = ["completionItem": ["snippetSupport": true]]
    let (_, snippets) = try await completion(text, 5, 13, capabilities)
    let relation = try #require(item(label, snippets))
    #expect(relation["insertTextFormat"] == 2)
    #expect(relation["textEdit"]?["newText"]?.string == label)
    #expect(item("User", snippets)?["insertTextFormat"] == nil)
    let (_, plain) = try await completion(text, 5, 13)
    #expect(item(label, plain)?["insertTextFormat"] == nil)
  }

  @Test(arguments: [
    ("  x Str|ing?", "String", "  x String?"),
    ("  x Int @def|ault(1)", "@default", "  x Int @default(1)"),
    ("  x String @db.|VarChar(20)", "Char", "  x String @db.Char(20)"),
  ])
  func `the rest of a word never stays, whatever a client can`(
    _ line: String, _ label: String, _ expected: String
  ) async throws {
    let before = "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n"
    let cursor = try #require(line.firstIndex(of: "|"))
    let column = line.distance(from: line.startIndex, to: cursor)
    let typed = line.replacing("|", with: "")
    let capabilities: JSONValue = [
      "completionItem": ["snippetSupport": true, "insertReplaceSupport": true]
    ]
    let (_, result) = try await completion(before + typed + "\n}\n", 5, column, capabilities)
    let edit = try #require(item(label, result)?["textEdit"])
    #expect(edit["insert"] == nil)
    let start = try #require(edit["range"]?["start"]?["character"]?.integer)
    let end = try #require(edit["range"]?["end"]?["character"]?.integer)
    let text = try #require(edit["newText"]?.string)
    #expect(String(typed.prefix(start)) + text + typed.dropFirst(end) == expected)
  }

  @Test func `the order is kept by the texts that clients sort by`() async throws {
    let (_, result) = try await completion("model A {\n  a \n}\n", 1, 4)
    let texts = result["items"]?.array?.compactMap { $0["sortText"]?.string } ?? []
    #expect(texts.count > 10)
    #expect(texts == texts.sorted())
  }

  @Test func `documentation comes when it is asked for`() async throws {
    let (client, result) = try await completion(
      model, 3, 4, ["completionItem": ["documentationFormat": ["markdown"]]])
    let index = try #require(item("@@index", result))
    #expect(index["documentation"] == nil)
    let resolved = try await client.request("completionItem/resolve", index)["result"]
    #expect(resolved?["documentation"]?["kind"] == "markdown")
    #expect(resolved?["documentation"]?["value"]?.string?.contains("@@index(") == true)
    #expect(resolved?["textEdit"] == index["textEdit"])
    let unknown: JSONValue = ["label": "x", "data": ["uri": 1, "subject": ["y"]]]
    #expect(try await client.request("completionItem/resolve", unknown)["result"] == unknown)
  }

  @Test func `a space asks only where something has to follow`() async throws {
    let space: JSONValue = ["triggerKind": 2, "triggerCharacter": " "]
    let text = "model A {\n  a \n  b Int \n  \n}\n"
    #expect(try await completion(text, 1, 4, context: space).result["items"] != nil)
    #expect(try await completion(text, 2, 8, context: space).result == .null)
    #expect(try await completion(text, 3, 2, context: space).result == .null)
    #expect(try await completion(text, 2, 8).result["items"] != nil)
    // A relation needs more than its type.
    let related = "model A {\n  id Int @id\n  b B \n}\nmodel B {\n  id Int @id\n}\n"
    #expect(try await completion(related, 2, 6, context: space).result["items"] != nil)
    let whole =
      "model A {\n  id Int @id\n  b B[] \n}\nmodel B {\n  id Int @id\n  as A[]\n}\n"
    #expect(try await completion(whole, 2, 8, context: space).result == .null)
  }

  @Test func `the names of variables come from the files of the project`() async throws {
    let text = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"\")\n}\n"
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "package.json")
    try folder.write("SECRET_URL=postgres://x:y@z\n# NO=1\nexport OTHER='1'\n", to: ".env")
    try folder.write("INNER=2\n", to: "prisma/.env")
    try folder.write(text, to: "prisma/schema.prisma")
    let path = folder.url.appending(path: "prisma/schema.prisma").path(percentEncoded: false)
    let (_, result) = try await completion(text, 2, 13, uri: DocumentURI(path: path).string)
    let labels = result["items"]?.array?.compactMap { $0["label"]?.string } ?? []
    #expect(Set(labels).isSuperset(of: ["SECRET_URL", "OTHER", "INNER"]))
    #expect(!labels.contains("NO") && !"\(result)".contains("x:y"))
  }
}
