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
  /// The file and place at which completion is asked for.
  let file: Int
  let offset: Int
  let list: SchemaIDE.CompletionList?

  /// - Parameter marked: the text of the first file, with `<|>` where completion is asked for.
  init(
    _ marked: String, version: PrismaVersion = .seven, others: [String] = [],
    variables: [String] = []
  ) {
    let text = MarkedText(marked)
    self.init(
      Analysis.of([text.text] + others, version: version), at: text.cursor ?? 0, inFile: 0,
      variables: variables)
  }

  init(_ analysis: Analysis, at offset: Int, inFile file: Int, variables: [String] = []) {
    self.analysis = analysis
    self.file = file
    self.offset = offset
    list = analysis.completions(
      at: offset, inFile: file, CompletionEnvironment(variables: { variables }))
  }

  var items: [SchemaIDE.CompletionItem] { list?.items ?? [] }

  var labels: [String] { items.map(\.label) }

  func item(_ label: String) -> SchemaIDE.CompletionItem? { items.first { $0.label == label } }

  /// The text of the file with the item accepted, its stops holding what they hold at first.
  func accepting(_ item: SchemaIDE.CompletionItem) -> String {
    String(decoding: tree(after: edits(of: item)).bytes, as: UTF8.self)
  }

  /// The text with the item of this label accepted; nil when there is none.
  func accepting(_ label: String) -> String? { item(label).map(accepting) }

  /// The items that bring an error that the text has neither as it is, nor without the word, the
  /// attribute or the line of the cursor; each as its label with the message.
  ///
  /// Left out are items that wait for a free name, and those that say that they need more elsewhere.
  ///
  /// - Parameters:
  ///   - others: errors that do not count.
  ///   - isLookedAt: which items are looked at.
  func harmful(
    besides others: Set<String> = [],
    among isLookedAt: (SchemaIDE.CompletionItem) -> Bool = { _ in true }
  ) -> [String] {
    let waiting = items.filter { !$0.text.isUnfinished && !$0.needsMore && isLookedAt($0) }
    guard let list, !waiting.isEmpty else { return [] }
    var known = others.union(errors(after: []))
    known.formUnion(errors(after: [TextEdit(range: list.replaced, replacement: "")]))
    known.formUnion(errors(after: [TextEdit(range: line, replacement: "")]))
    known.formUnion(errors(after: [TextEdit(range: attribute, replacement: "")]))
    return waiting.compactMap { item in
      let errors = errors(after: edits(of: item)).subtracting(known)
      guard let error = errors.sorted().first else { return nil }
      return "\(item.label) → \(item.text.plain): \(error)"
    }
  }

  /// Whether the place decides about other places, such as the type of a field that has attributes or
  /// is referred to: they have to be adapted to what is chosen. Among arguments that is often so.
  var isAboutMore: Bool {
    var place = (analysis: analysis, offset: offset)
    if let (closed, blocks) = analysis.closingBlocks(at: offset, inFile: file) {
      place = (closed, blocks.closedOffset(offset))
    }
    guard
      let context = place.analysis.completionContext(at: place.offset, inFile: file)
    else { return false }
    let request = CompletionRequest(
      analysis: place.analysis, context: context, environment: CompletionEnvironment())
    return switch context.position {
    case .fieldType: true
    case .topLevel, .propertyKey: request.hasRest
    case .argument: true
    default: false
    }
  }

  private func edits(of item: SchemaIDE.CompletionItem) -> [TextEdit] {
    guard let list else { return [] }
    return item.additionalEdits
      + [TextEdit(range: item.replaced ?? list.replaced, replacement: item.text.plain)]
  }

  /// The line of the cursor with its line end.
  private var line: TextRange {
    let bytes = analysis.files[file].tree.bytes
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return TextRange(start, min(end + 1, bytes.count))
  }

  /// From the last `@` before the cursor to the end of its line; empty without one.
  private var attribute: TextRange {
    let bytes = analysis.files[file].tree.bytes
    let line = line
    let start = bytes[line.start..<offset].lastIndex(of: UInt8(ascii: "@")) ?? offset
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return start == offset ? TextRange(offset, offset) : TextRange(start, end)
  }

  private func tree(after edits: [TextEdit]) -> SyntaxTree {
    var tree = analysis.files[file].tree
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) { _ = tree.apply(edit) }
    return tree
  }

  private func errors(after edits: [TextEdit]) -> Set<String> {
    var files = analysis.files.map { SourceFile(path: $0.path, tree: $0.tree) }
    files[file] = SourceFile(path: files[file].path, tree: tree(after: edits))
    var analyzer = analysis.analyzer
    analyzer.update(files: files, version: analysis.schema.configuration.version)
    return Self.errors(analyzer)
  }

  /// The messages of the errors.
  static func errors(_ analyzer: SchemaAnalyzer) -> Set<String> {
    var errors: Set<String> = []
    for file in analyzer.diagnostics() {
      for diagnostic in file.diagnostics where diagnostic.severity == .error {
        // What can't be read is quoted; it is the same mistake with another word in it.
        let isSyntax = diagnostic.id.hasPrefix("syntax-")
        errors.insert(isSyntax ? diagnostic.id : diagnostic.message.text)
      }
    }
    return errors
  }
}
