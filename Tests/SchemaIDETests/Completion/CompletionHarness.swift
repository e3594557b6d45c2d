import Diagnostics
import Foundation
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Accepts completion items and looks at what the schema is then.
struct CompletionHarness {
  let analysis: Analysis
  let offset: Int
  let list: SchemaIDE.CompletionList?

  /// - Parameter marked: the text of one file, with `<|>` where completion is asked for.
  init(
    _ marked: String, version: PrismaVersion = .seven, others: [String] = [],
    variables: [String] = []
  ) {
    let text = MarkedText(marked)
    analysis = Analysis.of([text.text] + others, version: version)
    offset = text.cursor ?? 0
    list = analysis.completions(
      at: offset, inFile: 0, CompletionEnvironment(variables: { variables }))
  }

  init(text: String, offset: Int, others: [String] = [], version: PrismaVersion = .seven) {
    analysis = Analysis.of([text] + others, version: version)
    self.offset = offset
    list = analysis.completions(at: offset, inFile: 0)
  }

  var items: [SchemaIDE.CompletionItem] { list?.items ?? [] }

  var labels: [String] { items.map(\.label) }

  func item(_ label: String) -> SchemaIDE.CompletionItem? { items.first { $0.label == label } }

  /// The text of the file with the item accepted, its stops holding what they hold at first.
  func accepting(_ item: SchemaIDE.CompletionItem) -> String {
    guard let list else { return "" }
    var bytes = analysis.files[0].tree.bytes
    let main = TextEdit(range: list.replaced, replacement: item.text.plain)
    let edits = item.additionalEdits + [main]
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with the item of this label accepted; nil when there is none.
  func accepting(_ label: String) -> String? { item(label).map(accepting) }

  /// The items that bring an error that the text has neither as it is, nor without the word or the line
  /// of the cursor; each as its label with the message.
  ///
  /// Left out are items that wait for a free name, and those that say that they need more elsewhere.
  func harmful() -> [String] {
    let others = analysis.files.dropFirst().map { String(decoding: $0.tree.bytes, as: UTF8.self) }
    let version = analysis.schema.configuration.version
    var known = Self.errors(analysis)
    for text in [withoutLine, withoutWord] {
      known.formUnion(Self.errors(Analysis.of([text] + others, version: version)))
    }
    return items.compactMap { item in
      if item.text.isUnfinished || item.needsMore { return nil }
      let after = Analysis.of([accepting(item)] + others, version: version)
      guard let error = Self.errors(after).subtracting(known).sorted().first else { return nil }
      return "\(item.label) → \(item.text.plain): \(error)"
    }
  }

  /// The text without what an item replaces.
  private var withoutWord: String {
    guard let range = list?.replaced else { return "" }
    let bytes = analysis.files[0].tree.bytes
    return String(decoding: bytes[..<range.start] + bytes[range.end...], as: UTF8.self)
  }

  /// The text without the line of the cursor.
  private var withoutLine: String {
    let bytes = analysis.files[0].tree.bytes
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return String(decoding: bytes[..<start] + bytes[min(end + 1, bytes.count)...], as: UTF8.self)
  }

  private static func errors(_ analysis: Analysis) -> Set<String> {
    var errors: Set<String> = []
    for file in analysis.analyzer.diagnostics() {
      for diagnostic in file.diagnostics where diagnostic.severity == .error {
        errors.insert(diagnostic.message.text)
      }
    }
    return errors
  }
}
