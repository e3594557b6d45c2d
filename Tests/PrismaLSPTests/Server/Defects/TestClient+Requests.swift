import LanguageServerProtocol

@testable import PrismaLSP

extension TestClient {
  /// Asks everything about a place of a document that any editor asks; returns the answers by method.
  func askAll(_ uri: String, _ line: Int, _ character: Int) async throws -> [String: JSONValue] {
    let position: JSONValue = ["line": .integer(line), "character": .integer(character)]
    let document: JSONValue = ["uri": .string(uri)]
    let place: [String: JSONValue] = ["textDocument": document, "position": position]
    let whole: [String: JSONValue] = ["textDocument": document]
    var answers: [String: JSONValue] = [:]
    for (method, params) in [
      ("hover", place), ("completion", place), ("definition", place), ("typeDefinition", place),
      ("implementation", place), ("documentHighlight", place), ("signatureHelp", place),
      ("references", place.merging(["context": ["includeDeclaration": true]]) { $1 }),
      ("documentSymbol", whole), ("foldingRange", whole), ("semanticTokens/full", whole),
      ("codeLens", whole), ("documentLink", whole),
      ("inlayHint", whole.merging(["range": ["start": position, "end": position]]) { $1 }),
      ("selectionRange", whole.merging(["positions": [position]]) { $1 }),
      ("formatting", whole.merging(["options": ["tabSize": 2, "insertSpaces": true]]) { $1 }),
      (
        "codeAction",
        whole.merging([
          "range": ["start": position, "end": position], "context": ["diagnostics": []],
        ]) { $1 }
      ),
    ] {
      answers[method] = try await request("textDocument/\(method)", .object(params))
    }
    return answers
  }

  /// The methods of ``askAll(_:_:_:)`` that are answered by an error.
  func failures(_ uri: String, _ line: Int, _ character: Int) async throws -> [String] {
    try await askAll(uri, line, character).filter { $0.value["error"] != nil }.keys.sorted()
  }
}
