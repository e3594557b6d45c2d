import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// How the official server lays out documents; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct FormattingDefects {
  private func edits(
    _ text: String, insertSpaces: Bool = true, options: JSONValue = nil
  ) async throws -> [JSONValue] {
    let client = try await TestClient.started(pulling, options: options)
    await client.open("untitled:a", text)
    let answer = try await client.request(
      "textDocument/formatting",
      [
        "textDocument": ["uri": "untitled:a"],
        "options": ["tabSize": 2, "insertSpaces": .bool(insertSpaces)],
      ])
    return try #require(answer["result"]?.array)
  }

  /// Nothing is sent where nothing changes; tabs and line ends are those that are asked for.
  @Test func formatting_details() async throws {
    let text = datasource + "model A {\n  id Int @id\n  b  Int\n}\n"
    #expect(try await edits(text) == [])
    let tabs = try await edits(text, insertSpaces: false).applied(to: text)
    #expect(tabs.contains("\n\tid Int @id\n\tb  Int\n"))
    let windows = text.replacing("  b  Int", with: "b  Int").replacing("\n", with: "\r\n")
    #expect(
      try await edits(windows).applied(to: windows) == text.replacing("\n", with: "\r\n"))
  }

  /// What can't be read is left alone: the members of a block that lacks its end keep their indentation.
  @Test(arguments: [
    "model A {\n  id Int @id\n  x   ???\n  b  Int\n}\n", "model A {\n  id    Int @id\n  b Int\n",
    "model A {\n  id Int @id\n  b  Int\n  @@index([\n    b\n  ])\n}\n",
  ])
  func formatting_details(broken: String) async throws {
    #expect(try await edits(datasource + broken) == [])
    let unformatted = "enum E {\nX\n}\n\n" + broken
    #expect(
      try await edits(unformatted).applied(to: unformatted) == "enum E {\n  X\n}\n\n" + broken)
  }
}
