import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct RenameTests {
  private static let all: JSONValue = [
    "workspace": [
      "workspaceEdit": ["documentChanges": true, "changeAnnotationSupport": [:]]
    ],
    "textDocument": ["diagnostic": [:], "rename": ["prepareSupport": true]],
  ]

  private static let schema =
    "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n"

  private func ask(
    _ method: String, _ position: (Int, Int), _ more: [String: JSONValue] = [:],
    capabilities: JSONValue = all
  ) async throws -> JSONValue {
    let client = try await TestClient.started(capabilities)
    await client.open("untitled:a", Self.schema, version: 7)
    var params = more
    params["textDocument"] = ["uri": "untitled:a"]
    params["position"] = ["line": .integer(position.0), "character": .integer(position.1)]
    return try await client.request("textDocument/\(method)", .object(params))
  }

  @Test func `what can be renamed is told beforehand`() async throws {
    let answer = try await ask("prepareRename", (1, 4))
    #expect(answer["result"]?["placeholder"] == "id")
    #expect(
      answer["result"]?["range"]
        == ["start": ["line": 1, "character": 2], "end": ["line": 1, "character": 4]])
    #expect(try await ask("prepareRename", (1, 11))["result"] == .null)
    let refusal = try await ask("prepareRename", (1, 6))
    #expect(refusal["error"]?["code"] == -32803)
    #expect(refusal["error"]?["message"]?.string?.contains("`Int` is a built-in type") == true)
  }

  @Test func `edits have the version they are for, and can be left out by group`() async throws {
    let answer = try await ask("rename", (1, 3), ["newName": "key"])
    let change = answer["result"]?["documentChanges"]?.array?.first
    #expect(change?["textDocument"] == ["uri": "untitled:a", "version": 7])
    let edits = change?["edits"]?.array ?? []
    #expect(edits.map { $0["newText"] } == ["key", " @map(\"id\")"])
    #expect(edits.map { $0["annotationId"] } == [nil, "0"])
    #expect(
      answer["result"]?["changeAnnotations"]?["0"] == [
        "label": "Keep the database name `id`", "needsConfirmation": false,
        "description": "Without this, the name changes in the database too",
      ])
  }

  @Test func `a client without annotations keeps the database`() async throws {
    let answer = try await ask("rename", (1, 3), ["newName": "key"], capabilities: pulling)
    let edits = answer["result"]?["changes"]?["untitled:a"]?.array ?? []
    #expect(edits.map { $0["newText"] } == ["key", " @map(\"id\")"])
    #expect(edits.allSatisfy { $0["annotationId"] == nil })
    let refused = try await ask("rename", (0, 6), ["newName": "C"], capabilities: pulling)
    #expect(refused["error"]?["message"]?.string?.contains("join table `_AToB`") == true)
    let asked = try await ask("rename", (0, 6), ["newName": "C"])
    #expect(asked["result"]?["changeAnnotations"]?["0"]?["needsConfirmation"] == true)
  }

  @Test func `options are told only to clients that prepare`() async throws {
    let prepared: JSONValue = ["prepareProvider": true]
    for (capabilities, expected) in [(Self.all, prepared), (pulling, true)] {
      let client = TestClient()
      let result = try await client.request(
        "initialize", ["processId": nil, "rootUri": nil, "capabilities": capabilities])
      #expect(result["result"]?["capabilities"]?["renameProvider"] == expected)
    }
  }
}
