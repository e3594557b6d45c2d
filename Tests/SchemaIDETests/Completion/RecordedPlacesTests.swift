import Foundation
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Items at the places of real schemas at which the shipped server was asked, if they are there. Those
/// of arguments have `ArgumentValidityTests`.
struct RecordedPlacesTests {
  private struct Unit: Decodable {
    let unit: String
    let files: [String]
  }

  private struct Place: Decodable {
    let id: String
    let unit: String?
    let file: String?
    let text: String?
    let edits: [Edit]?
    let position: [Int]

    struct Edit: Decodable {
      let start: Int
      let end: Int
      let text: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
        text = try values.decode(String.self)
      }
    }
  }

  /// Every so many places are looked at.
  private static let step =
    ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 61 : 1

  @Test(.enabled(if: CorpusAvailability.isAvailable, "\(CorpusAvailability.reason)"))
  func `items are valid in real schemas`() throws {
    let shared = try #require(CorpusAvailability.shared)
    let goldens = shared.appending(path: "goldens/lsp")
    let decoder = JSONDecoder()
    let units = try decoder.decode(
      [Unit].self, from: Data(contentsOf: goldens.appending(path: "units.json")))
    let lines = try Data(contentsOf: goldens.appending(path: "completion.jsonl"))
      .split(separator: 0x0A)
    var bases: [String: Analysis] = [:]
    var count = 0
    for line in stride(from: 0, to: lines.count, by: Self.step) {
      let place = try decoder.decode(Place.self, from: lines[line])
      var analysis: Analysis
      var known: Set<String> = []
      let file: Int
      if let text = place.text {
        analysis = Analysis.of([text])
        file = 0
      } else {
        let name = place.unit ?? ""
        let names = units.first { $0.unit == name }?.files ?? []
        let base =
          bases[name]
          ?? Analysis.of(
            names.map { path in
              let root =
                path.hasPrefix("schemas/") ? goldens : shared.appending(path: "corpus")
              return String(
                decoding: CorpusAvailability.bytes(of: root.appending(path: path)), as: UTF8.self)
            })
        bases[name] = base
        known = CompletionHarness.errors(base.analyzer)
        file = try #require(names.firstIndex(of: place.file ?? ""))
        var edit = SchemaEdit()
        for change in place.edits ?? [] {
          edit.replace(
            FileRange(file: file, range: TextRange(change.start, change.end)), with: change.text)
        }
        analysis = base.applying(edit)
      }
      var offset = Self.offset(of: place.position, in: analysis.files[file].tree)
      if let (closed, blocks) = analysis.closingBlocks(at: offset, inFile: file) {
        analysis = closed
        offset = blocks.closedOffset(offset)
      }
      let harness = CompletionHarness(analysis, at: offset, inFile: file)
      guard !harness.isAboutMore else { continue }
      for harm in harness.harmful(besides: known) { Issue.record("\(place.id): \(harm)") }
      count += harness.items.count
    }
    #expect(count > 100)
  }

  /// A line and a column in UTF-16 units as an offset in bytes.
  private static func offset(of position: [Int], in tree: SyntaxTree) -> Int {
    let text = String(decoding: tree.bytes, as: UTF8.self)
    var line = 0
    var start = text.utf8.startIndex
    while line < position[0], let end = text.utf8[start...].firstIndex(of: 0x0A) {
      start = text.utf8.index(after: end)
      line += 1
    }
    let place =
      text.utf16.index(start, offsetBy: position[1], limitedBy: text.endIndex) ?? text.endIndex
    return text.utf8.distance(from: text.utf8.startIndex, to: place)
  }
}
