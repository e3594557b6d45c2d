import Foundation
import LanguageServerProtocol

/// A request that editors send, with parameters for a place in a document.
struct RequestKind {
  let method: String
  /// Whether the answer depends on the place; else it is asked fewer times.
  let isAtPlace: Bool
  let params: (EditedDocument, Int) -> JSONValue

  /// All requests about documents. Those that a server does not know are left out of results.
  static func all() -> [RequestKind] {
    [
      "completion", "signatureHelp", "hover", "definition", "typeDefinition", "implementation",
      "documentHighlight", "linkedEditingRange", "prepareRename", "prepareTypeHierarchy",
    ].map { name in atPlace(name) { _ in [:] } }
      + [
        atPlace("references") { _ in ["context": ["includeDeclaration": true]] },
        atPlace("rename") { _ in ["newName": "renamedByBenchmark"] },
        RequestKind(method: "textDocument/selectionRange", isAtPlace: true) { document, offset in
          [
            "textDocument": document.identifier,
            "positions": .array([document.position(offset)]),
          ]
        },
        atLines("inlayHint"), atLines("semanticTokens/range"),
        RequestKind(method: "textDocument/codeAction", isAtPlace: true) { document, offset in
          [
            "textDocument": document.identifier, "range": document.range(offset..<offset),
            "context": ["diagnostics": [], "triggerKind": 2],
          ]
        },
        RequestKind(method: "textDocument/onTypeFormatting", isAtPlace: true) { document, offset in
          [
            "textDocument": document.identifier, "position": document.position(offset),
            "ch": "\n", "options": formatting,
          ]
        },
        aboutDocument("diagnostic"), aboutDocument("documentSymbol"), aboutDocument("foldingRange"),
        aboutDocument("codeLens"), aboutDocument("documentLink"),
        aboutDocument("semanticTokens/full"),
        RequestKind(method: "workspace/symbol", isAtPlace: false) { _, _ in ["query": "user"] },
        RequestKind(method: "textDocument/formatting", isAtPlace: false) { document, _ in
          ["textDocument": document.identifier, "options": formatting]
        },
      ]
  }

  private static let formatting: JSONValue = ["tabSize": 2, "insertSpaces": true]

  private static func atPlace(
    _ name: String, _ more: @escaping (Int) -> [String: JSONValue]
  ) -> RequestKind {
    RequestKind(method: "textDocument/" + name, isAtPlace: true) { document, offset in
      let base: [String: JSONValue] = [
        "textDocument": document.identifier, "position": document.position(offset),
      ]
      return .object(base.merging(more(offset)) { $1 })
    }
  }

  /// About what an editor shows at once: some fifty lines.
  private static func atLines(_ name: String) -> RequestKind {
    RequestKind(method: "textDocument/" + name, isAtPlace: true) { document, offset in
      let end = min(document.text.count, offset + 1750)
      return ["textDocument": document.identifier, "range": document.range(offset..<end)]
    }
  }

  private static func aboutDocument(_ name: String) -> RequestKind {
    RequestKind(method: "textDocument/" + name, isAtPlace: false) { document, _ in
      ["textDocument": document.identifier]
    }
  }

  /// Places where names begin, drawn at random.
  static func places(in text: [UInt8], count: Int, seed: UInt64) -> [Int] {
    var numbers = SeededNumbers(seed: seed)
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    return (0..<count).map { _ in
      guard text.count > 2 else { return 0 }
      var at = Int.random(in: 1..<text.count, using: &numbers)
      while at < text.count - 1, !isLetter(text[at]) || isLetter(text[at - 1]) { at += 1 }
      return at + 1
    }
  }
}

/// Prints how long a server takes to answer each request about the file at `path`, over stdio.
func printLatencies(server: String, path: String, rounds: Int) -> Bool {
  let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
  guard
    let session = ServerSession(
      server, folder: folder, options: ["clientCommands": ["prisma-lsp.showReferences"]]),
    let document = EditedDocument(session, path: path)
  else { return false }
  let places = RequestKind.places(in: document.text, count: rounds, seed: 1)
  let clock = ContinuousClock()
  // Until the schema is known.
  _ = session.request("textDocument/diagnostic", ["textDocument": document.identifier])
  print("| request | median ms | 95 % below ms | bytes |")
  print("| --- | ---: | ---: | ---: |")
  for kind in RequestKind.all() {
    let name = kind.method.replacing("textDocument/", with: "")
    var times: [Double] = []
    var size = 0
    let budget = clock.now + .seconds(20)
    for (index, place) in places.enumerated() {
      if index >= 30 && !kind.isAtPlace || clock.now > budget { break }
      let params = kind.params(document, place)
      let start = clock.now
      let answer = session.request(kind.method, params)
      let time = (clock.now - start) / .milliseconds(1)
      if answer.errorCode == ErrorCode.methodNotFound.rawValue { break }
      // The first few warm caches up.
      if index >= 3 { times.append(time) }
      size = max(size, answer.body.count)
    }
    if times.isEmpty { continue }
    times.sort()
    let row = [times[times.count / 2], times[times.count * 95 / 100]]
      .map { String(format: "%.2f", $0) }.joined(separator: " | ")
    print("| \(name) | \(row) | \(size) |")
  }
  printKeystrokes(document, clock, rounds: min(rounds, 100))
  session.end()
  return true
}

/// The way from a keystroke to its diagnostics, and what an editor asks for behind it.
private func printKeystrokes(_ document: EditedDocument, _ clock: ContinuousClock, rounds: Int) {
  let session = document.session
  var resultID = "none"
  var times: [String: [Double]] = [:]
  let places = RequestKind.places(in: document.text, count: rounds, seed: 2)
  for place in places {
    for isTyped in [true, false] {
      if isTyped {
        document.replace(place..<place, by: "x")
      } else {
        document.replace(place..<(place + 1), by: "")
      }
      for name in ["diagnostic", "semanticTokens/full/delta"] {
        var params: [String: JSONValue] = ["textDocument": document.identifier]
        if name != "diagnostic" { params["previousResultId"] = .string(resultID) }
        let start = clock.now
        let answer = session.request("textDocument/" + name, .object(params))
        // Going somewhere else is no keystroke.
        if !isTyped { times[name, default: []].append((clock.now - start) / .milliseconds(1)) }
        if name != "diagnostic" { resultID = answer.resultID ?? "none" }
      }
    }
  }
  for (name, all) in times.sorted(by: { $0.key < $1.key }) {
    let sorted = all.dropFirst(3).sorted()
    if sorted.isEmpty { continue }
    let row = [sorted[sorted.count / 2], sorted[sorted.count * 95 / 100]]
      .map { String(format: "%.2f", $0) }.joined(separator: " | ")
    print("| \(name), after a keystroke | \(row) | |")
  }
}
