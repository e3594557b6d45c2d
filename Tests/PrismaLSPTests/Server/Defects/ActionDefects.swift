import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// The code actions of the official server that are noise or do harm; each test is called as the
/// scenario was.
@Suite(.timeLimit(.minutes(2))) struct ActionDefects {
  /// The actions at a place: for one diagnostic, or for all that are found there.
  private func actions(
    _ text: String, line: Int, _ characters: Range<Int>, only: JSONValue = nil,
    diagnostics: [JSONValue] = []
  ) async throws -> [JSONValue] {
    let client = try await TestClient.started([
      "textDocument": [
        "diagnostic": [:], "codeAction": ["codeActionLiteralSupport": ["codeActionKind": [:]]],
      ]
    ])
    await client.open("untitled:a", text)
    var context: [String: JSONValue] = ["diagnostics": .array(diagnostics)]
    if only != .null { context["only"] = only }
    let answer = try await client.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "untitled:a"], "context": .object(context),
        "range": [
          "start": ["line": .integer(line), "character": .integer(characters.lowerBound)],
          "end": ["line": .integer(line), "character": .integer(characters.upperBound)],
        ],
      ])
    return try #require(answer["result"]?.array)
  }

  private func titles(_ actions: [JSONValue]) -> [String] {
    actions.compactMap(\.["title"]?.string)
  }

  /// An unknown type and, elsewhere, a relation to fields that are not unique.
  private static let schema =
    datasource + """
      model A {
        id   Int  @id
        nope Nope
      }

      model B {
        id  Int @id
        key Int
        cs  C[]
      }

      model C {
        id Int @id
        k  Int
        b  B   @relation(fields: [k], references: [key])
      }

      """

  @Test func action_not_filtered() async throws {
    let text = Self.schema
    let mends = try await actions(text, line: 6, 7..<11, only: ["quickfix"])
    #expect(titles(mends).contains("Create new model 'Nope'"))
    #expect(!titles(mends).contains { $0.contains("unique") })
    #expect(Set(titles(mends)).count == mends.count)
    // Each names the diagnostic that it mends, and none is left out for want of one in the request.
    #expect(mends.allSatisfy { $0["diagnostics"]?.array?.isEmpty == false })
    #expect(
      try await actions(text, line: 18, 9..<12, only: ["quickfix"]).contains {
        $0["title"]?.string?.contains("unique") == true
      })
    let refactorings = try await actions(text, line: 4, 6..<7, only: ["refactor"])
    #expect(!refactorings.isEmpty)
    #expect(
      refactorings.allSatisfy { $0["kind"]?.string?.hasPrefix("refactor") == true })
  }

  @Test(arguments: [("modle", "model"), ("veiw", "view"), ("typee", "type"), ("enmu", "enum")])
  func keyword_fix_indented(typo: String, keyword: String) async throws {
    for indent in ["", "    ", "\t"] {
      let text =
        "datasource db {\n  provider = \"mongodb\"\n}\n\n\(indent)\(typo) A {\n  a Int\n}\n"
      let place = indent.utf16.count..<(indent.utf16.count + typo.utf16.count)
      let fix = try #require(
        try await actions(text, line: 4, place).first { $0["isPreferred"] == true })
      let edits = fix["edit"]?["changes"]?["untitled:a"]?.array ?? []
      #expect(edits.applied(to: text).contains("\n\(indent)\(keyword) A {\n"))
    }
  }
}
