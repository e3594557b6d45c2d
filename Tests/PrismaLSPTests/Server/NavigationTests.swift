import LanguageServerProtocol
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct NavigationTests {
  private static let schema = """
    model User {
      id    Int    @id
      posts Post[] @relation("Author")
    }

    model Post {
      id       Int  @id
      authorId Int
      author   User @relation("Author", fields: [authorId], references: [id])
    }

    """
  private static let links: JSONValue = [
    "textDocument": [
      "diagnostic": [:], "definition": ["linkSupport": true],
      "implementation": ["linkSupport": true],
    ]
  ]

  private func ask(
    _ method: String, _ line: Int, _ character: Int, _ more: [String: JSONValue] = [:],
    capabilities: JSONValue = pulling
  ) async throws -> JSONValue {
    let client = try await TestClient.started(capabilities)
    await client.open("untitled:a", Self.schema)
    var params = more
    params["textDocument"] = ["uri": "untitled:a"]
    params["position"] = ["line": .integer(line), "character": .integer(character)]
    return try await client.request("textDocument/\(method)", .object(params))["result"] ?? "none"
  }

  private func range(_ line: Int, _ start: Int, _ end: Int, endLine: Int? = nil) -> JSONValue {
    [
      "start": ["line": .integer(line), "character": .integer(start)],
      "end": ["line": .integer(endLine ?? line), "character": .integer(end)],
    ]
  }

  @Test func `a declaration without its brace is known, and stands where it stands`() async throws {
    let client = try await TestClient.started(pulling, folders: [])
    await client.open(
      "untitled:a",
      "model User {\n  id Int @id\n  r Role\n\nenum Role {\n  X\n}\n\nview V {\n  id Int\n")
    let definition = try await client.request(
      "textDocument/definition",
      ["textDocument": ["uri": "untitled:a"], "position": ["line": 2, "character": 5]])
    #expect(definition["result"] == [["uri": "untitled:a", "range": range(4, 5, 9)]])
    for (name, place) in [("Role", range(4, 5, 9)), ("X", range(5, 2, 3)), ("V", range(8, 5, 6))] {
      let symbols = try await client.request("workspace/symbol", ["query": .string(name)])
      let found = symbols["result"]?.array?.first { $0["name"] == .string(name) }
      #expect(found?["location"]?["range"] == place)
      if name == "X" { #expect(found?["containerName"] == "Role") }
    }
  }

  @Test func `a definition is a link for clients that take links`() async throws {
    #expect(
      try await ask("definition", 8, 11, capabilities: Self.links) == [
        [
          "originSelectionRange": range(8, 11, 15), "targetUri": "untitled:a",
          "targetRange": range(0, 0, 1, endLine: 3), "targetSelectionRange": range(0, 6, 10),
        ]
      ])
    #expect(
      try await ask("definition", 8, 11) == [["uri": "untitled:a", "range": range(0, 6, 10)]])
    #expect(
      try await ask("typeDefinition", 8, 4, capabilities: Self.links) == [
        ["uri": "untitled:a", "range": range(0, 6, 10)]
      ])
    #expect(
      try await ask("implementation", 0, 7) == [["uri": "untitled:a", "range": range(8, 2, 8)]])
  }

  @Test func `where nothing is named the answer is null`() async throws {
    for method in [
      "definition", "typeDefinition", "implementation", "documentHighlight", "linkedEditingRange",
      "prepareTypeHierarchy",
    ] {
      #expect(try await ask(method, 1, 16) == .null)
      #expect(try await ask(method, -3, 9_999_999) == .null)
    }
    #expect(try await ask("references", 4, 0, ["context": ["includeDeclaration": true]]) == .null)
  }

  @Test func `references are places, with the declaration if it is wanted`() async throws {
    #expect(
      try await ask("references", 6, 3, ["context": ["includeDeclaration": true]]) == [
        ["uri": "untitled:a", "range": range(6, 2, 4)]
      ])
    #expect(
      try await ask("references", 7, 3, ["context": ["includeDeclaration": false]]) == [
        ["uri": "untitled:a", "range": range(8, 45, 53)]
      ])
  }

  @Test func `highlights tell writing from reading`() async throws {
    #expect(
      try await ask("documentHighlight", 7, 3) == [
        ["range": range(7, 2, 10), "kind": 3], ["range": range(8, 45, 53), "kind": 2],
      ])
  }

  @Test func `a relation's name is linked`() async throws {
    let answer = try await ask("linkedEditingRange", 2, 28)
    #expect(answer["ranges"] == [range(2, 26, 32), range(8, 27, 33)])
    #expect(answer["wordPattern"]?.string?.isEmpty == false)
  }

  @Test func `the hierarchy can be walked`() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", Self.schema)
    let prepared = try await client.request(
      "textDocument/prepareTypeHierarchy",
      ["textDocument": ["uri": "untitled:a"], "position": ["line": 0, "character": 8]])
    let user = try #require(prepared["result"]?.array?.first)
    #expect(user["name"] == "User")
    #expect(user["kind"] == 5)
    #expect(user["range"] == range(0, 0, 1, endLine: 3))
    #expect(user["selectionRange"] == range(0, 6, 10))
    let below = try await client.request("typeHierarchy/subtypes", ["item": user])
    let post = try #require(below["result"]?.array?.first)
    #expect(post["name"] == "Post")
    #expect(post["detail"] == "author")
    let above = try await client.request("typeHierarchy/supertypes", ["item": post])
    #expect(above["result"]?.array?.map { $0["name"] } == ["User"])
    #expect(try await client.request("typeHierarchy/supertypes", ["item": user])["result"] == [])
  }
}
