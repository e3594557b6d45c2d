import Foundation
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// The actions that Prisma's own tests expect: each is offered for its diagnostics, to the same effect
/// but for white space.
@Suite(.enabled(if: CorpusAvailability.isAvailable, Comment(rawValue: CorpusAvailability.reason)))
struct CorpusActionTests {
  /// One case of the reference's tests.
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: URL

    var testDescription: String { folder.lastPathComponent }
  }

  /// Expectations that are not ours, with the reason.
  private static let stale: Set<String> = [
    // An older engine, which called the new field like the model.
    "add_missing_opposite_relation"
  ]

  private static func cases(in folders: [String]) -> [Case] {
    folders.flatMap { folder -> [Case] in
      guard
        let root = CorpusAvailability.shared?.appending(path: "corpus/psl").appending(path: folder)
      else { return [] }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
      return names.sorted().filter { !stale.contains($0) }.map {
        Case(folder: root.appending(path: $0))
      }
    }
  }

  static let all = cases(in: [
    "fmt-actions/codeActions", "language-server/codeActions/single",
    "language-server/codeActions/multi",
  ])

  @Test func `there are cases`() {
    #expect(Self.all.count > 45)
  }

  @Test(arguments: all) func `what is expected is offered`(test: Case) throws {
    let request = try #require(
      try json(test.folder.appending(path: "request.json")) as? [String: Any])
    let names = try #require(request["files"] as? [String])
    let texts = names.map {
      String(
        decoding: CorpusAvailability.bytes(of: test.folder.appending(path: $0)), as: UTF8.self)
    }
    // The cases of the language server have no `url`, which Prisma 6 asks for.
    let isNew = test.folder.path().contains("language-server")
    let analysis = Analysis.of(texts, version: isNew ? .seven : .six)
    let file = try #require(names.firstIndex(of: request["file"] as? String ?? ""))
    var places: [TextRange] = []
    for found in request["diagnostics"] as? [[String: Any]] ?? [] {
      places.append(range(found["range"], in: texts[file]))
    }
    places.append(range(request["range"], in: texts[file]))
    let offered = places.flatMap { analysis.codeActions(in: $0, inFile: file, only: ["quickfix"]) }
      .map { action in (action.title, squeezed(analysis.texts(after: action.edit()))) }
    let expected = try json(test.folder.appending(path: "expected.json"))
    if let applied = (expected as? [String: Any])?["appliedText"] as? [String: String] {
      let texts = zip(names, texts).map { applied[$0] ?? $1 }
      #expect(offered.first?.1 == squeezed(texts))
      return
    }
    let actions =
      expected as? [[String: Any]] ?? (expected as? [String: Any])?["actions"] as? [[String: Any]]
    for action in actions ?? [] {
      let title = action["title"] as? String ?? ""
      let changes =
        (action["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]] ?? [:]
      let after = zip(names, texts).map { name, text in
        applied(changes[name] ?? [], to: text)
      }
      #expect(
        offered.contains { $0.1 == squeezed(after) },
        "\(title) is not among \(offered.map(\.0))")
    }
  }

  private func json(_ file: URL) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(CorpusAvailability.bytes(of: file)))
  }

  private func squeezed(_ texts: [String]) -> [String] {
    texts.map { $0.filter { !$0.isWhitespace } }
  }

  /// The text after edits, which stand at one place in their order.
  private func applied(_ edits: [[String: Any]], to text: String) -> String {
    var bytes = Array(text.utf8)
    let sorted = edits.enumerated().map { index, edit in
      (range: range(edit["range"], in: text), index: index, text: edit["newText"] as? String ?? "")
    }.sorted { ($0.range.start, $0.index) > ($1.range.start, $1.index) }
    // The reference replaces the same line end twice.
    var last = Int.max
    for edit in sorted {
      bytes.replaceSubrange(
        edit.range.start..<max(edit.range.start, min(edit.range.end, last)), with: edit.text.utf8)
      last = edit.range.start
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A range of the protocol as offsets.
  private func range(_ value: Any?, in text: String) -> TextRange {
    let ends = value as? [String: [String: Int]] ?? [:]
    return TextRange(offset(ends["start"], in: text), offset(ends["end"], in: text))
  }

  private func offset(_ position: [String: Int]?, in text: String) -> Int {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = position?["line"] ?? 0
    guard lines.indices.contains(line) else { return text.utf8.count }
    let before = lines[..<line].reduce(0) { $0 + $1.count + 1 }
    let units = Array(Substring(lines[line]).utf16.prefix(position?["character"] ?? 0))
    return before + String(decoding: units, as: UTF16.self).utf8.count
  }
}
