import LanguageServerProtocol
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct SignatureHelpTests {
  /// The answer for a place in the second line of a model.
  private func help(
    _ line: String, character: Int, _ capabilities: JSONValue = [:]
  ) async throws -> JSONValue {
    let client = try await TestClient.started(["textDocument": ["signatureHelp": capabilities]])
    await client.open("untitled:a", datasource + "model A {\n  id Int @id\n\(line)\n}\n")
    let answer = try await client.request(
      "textDocument/signatureHelp",
      [
        "textDocument": ["uri": "untitled:a"],
        "position": ["line": 6, "character": .integer(character)],
      ])
    return answer["result"] ?? "no result"
  }

  @Test func `a signature names its parameters by their places`() async throws {
    let help = try await help(
      "  x String @default(uuid())", character: 25,
      [
        "signatureInformation": [
          "documentationFormat": ["markdown", "plaintext"],
          "parameterInformation": ["labelOffsetSupport": true],
        ]
      ])
    #expect(help["activeSignature"] == 0)
    #expect(help["activeParameter"] == 0)
    let signature = help["signatures"]?.array?.first
    #expect(signature?["label"] == "uuid(_ version: (4 | 7)?)")
    #expect(signature?["documentation"]?["kind"] == "markdown")
    let parameter = signature?["parameters"]?.array?.first
    #expect(parameter?["label"] == [5, 24])
    #expect(parameter?["documentation"]?["kind"] == "markdown")
  }

  @Test func `a simple client gets texts`() async throws {
    let help = try await help("  x String @default(uuid())", character: 25)
    let signature = help["signatures"]?.array?.first
    #expect(signature?["parameters"]?.array?.first?["label"] == "_ version: (4 | 7)?")
    #expect(signature?["documentation"]?["kind"] == "plaintext")
  }

  @Test func `what follows nothing has no active parameter`() async throws {
    let help = try await help("  x Decimal @db.Decimal(1, 2, )", character: 30)
    #expect(help["activeParameter"] == 2)
    #expect(help["signatures"]?.array?.first?["parameters"]?.array?.count == 2)
  }

  @Test func `elsewhere there is no signature`() async throws {
    #expect(try await help("  x String", character: 4) == nil)
  }
}
