import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server hides; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct DiagnosticsDefects {
  private func diagnostics(_ client: TestClient) async throws -> [JSONValue] {
    let answer = try await client.request(
      "textDocument/diagnostic", ["textDocument": ["uri": "untitled:a"]])
    return (answer["result"]?["items"]?.array ?? []).filter { $0["severity"] == 1 }
  }

  private static let schema =
    datasource + """
      model A {
        id Int @id
        ???
        b  Strin
        c  C @relation(fields: [none], references: [id])
      }

      model C {
        id Int @id
        a  A[]
      }

      """

  /// A line that can't be read and a type that is misspelt hide no error of another kind.
  @Test func one_typo_hides_semantics() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", Self.schema)
    let lines = { (found: [JSONValue]) in
      found.compactMap { $0["range"]?["start"]?["line"]?.integer }.sorted()
    }
    #expect(lines(try await diagnostics(client)) == [6, 7, 8])
    await client.change("untitled:a", (6, 2), (6, 5), "d Int")
    #expect(lines(try await diagnostics(client)) == [7, 8])
    await client.change("untitled:a", (7, 5), (7, 10), "String")
    #expect(lines(try await diagnostics(client)) == [8])
  }

  @Test func incremental_sync() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", Self.schema.replacing("???", with: "// 😀 ä"))
    await client.change("untitled:a", (6, 2), (6, 9), "x   Int // 😀 ä")
    await client.change("untitled:a", (5, 0), (5, 0), "  // ü\n")
    let ranges = try await diagnostics(client).map { $0["range"] ?? "none" }
    #expect(
      ranges.first == [
        "start": ["line": 8, "character": 5], "end": ["line": 8, "character": 10],
      ])
  }
}
