import Diagnostics
import SchemaModel
import SchemaParser
import Synchronization

extension Analysis {
  /// The schema as it is meant while braces are missing: a declaration that is not closed ends where the
  /// next one begins, or the file. Without diagnostics; the same analysis where nothing is missing.
  ///
  /// Everything stands where it stands in ``files``, but for a line end that a brace may have taken the
  /// place of: offsets are turned into positions in the trees of the analysis itself. Found once, and kept.
  public var meant: Analysis { meantSchema?.analysis(of: self) ?? self }

  /// The trees of the files that lack braces, with these.
  fileprivate var closedTrees: [Int: SyntaxTree] {
    var trees: [Int: SyntaxTree] = [:]
    for (file, state) in files.enumerated() where state.tree.hasErrors {
      trees[file] = state.tree.closingBlocksInPlace()
    }
    return trees
  }
}

/// What ``Analysis/meant`` has found last. From one text to the next it is updated, not made anew: most
/// requests ask for it as long as a brace is missing.
final class MeantSchema: Sendable {
  private struct State {
    /// The update that was asked about last.
    var revision: Revision?
    /// Nil when nothing was missing.
    var analysis: Analysis?
  }

  private let state = Mutex(State())

  /// The schema of an analysis as it is meant, nil where nothing is missing.
  fileprivate func analysis(of written: Analysis) -> Analysis? {
    guard written.files.contains(where: { $0.tree.hasErrors }) else { return nil }
    return state.withLock { state in
      if let revision = state.revision, revision === written.revision { return state.analysis }
      state.revision = written.revision
      let trees = written.closedTrees
      // Whoever holds a schema makes the next update copy its tables: so the last one is let go before it is
      // changed, and nothing is kept of what checked the one that is written.
      let schema = state.analysis?.schema ?? written.schema
      state.analysis = nil
      if !trees.isEmpty {
        state.analysis = Analysis(
          unchecked: written.updated(consume schema, trees), from: SchemaAnalyzer())
      }
      return state.analysis
    }
  }
}

extension SyntaxTree {
  /// No text that somebody types lacks more.
  private static let braceLimit = 64

  /// The tree with the closing braces that are missing: each in place of a blank or a line end in front of
  /// the next header, so that all else stands where it stood, and one behind the end of the file. Nil when
  /// none is missing, or there is no room for any.
  func closingBlocksInPlace() -> SyntaxTree? {
    guard hasErrors else { return nil }
    var places: Set<Int> = []
    var endsOpen = false
    var index = 0
    while index < blocks.count, places.count < Self.braceLimit {
      defer { index += 1 }
      if blocks[index].errors.isEmpty { continue }
      let unclosed = UnclosedBlocks(self, block: index)
      for header in unclosed.headers.prefix(Self.braceLimit - places.count) {
        if let place = unclosed.source.placeOfBrace(before: header) { places.insert(place) }
      }
      if unclosed.end == count { endsOpen = true }
      // Lines that belong to no declaration were looked at together.
      if blocks[index].declaration != nil { continue }
      while index + 1 < blocks.count, blocks[index + 1].declaration == nil,
        starts[index + 1] < unclosed.source.range.end
      {
        index += 1
      }
    }
    var edits = places.sorted().map { TextEdit(range: TextRange($0, $0 + 1), replacement: "}") }
    if endsOpen {
      let isLineOpen = bytes(in: TextRange(count - 1, count)).first.map {
        ![0x0A, 0x0D].contains($0)
      }
      edits.append(
        TextEdit(
          range: TextRange(count, count), replacement: isLineOpen == true ? "\n}" : "}"))
    }
    if edits.isEmpty { return nil }
    var tree = self
    for edit in edits.reversed() { _ = tree.apply(edit) }
    return tree
  }
}

extension SourceText {
  /// Where a brace has room in front of a header: in the nearest blank line, else in the indentation.
  fileprivate func placeOfBrace(before header: Int) -> Int? {
    var line = previousLine(header)
    while let start = line {
      let first = tokens(TextRange(start, lineEnd(start))).first
      if first == nil, let byte = byte(at: start),
        byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09
      {
        // Of two bytes that end a line the second, so that the next line end of the block is a whole one.
        return byte == 0x0D && self.byte(at: start + 1) == 0x0A ? start + 1 : start
      }
      guard first?.kind == .comment else { break }
      line = previousLine(start)
    }
    return byte(at: header).flatMap { $0 == 0x20 || $0 == 0x09 ? header : nil }
  }
}
