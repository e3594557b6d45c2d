import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

extension Analysis {
  /// The canonical text of each file, with the missing parts of relations.
  public func formatted(_ options: FormatOptions = FormatOptions()) -> [[UInt8]] {
    zip(files, schema.relationInsertions()).map { $0.tree.formatted(inserting: $1, options) }
  }

  /// The edits that give a file its canonical text and the missing parts of relations, sorted; nil when
  /// none are missing there, so that only its layout may have to be changed. Ranges count UTF-8 bytes from
  /// the start of the file. The line ends of the file are kept.
  public func insertingEdits(of file: Int, _ options: FormatOptions) -> [TextEdit]? {
    // What a relation lacks is an error. Most schemas have none.
    guard files.indices.contains(file), hasErrors else { return nil }
    let insertions = schema.relationInsertions()
    guard insertions.indices.contains(file), !insertions[file].isEmpty else { return nil }
    let tree = files[file].tree
    return LineDiff.edits(
      from: tree.bytes, to: tree.formatted(inserting: insertions[file], options))
  }

  private var hasErrors: Bool {
    found.contains { file in file.diagnostics.contains { $0.severity == .error } }
  }

  /// What is changed so that blocks of a file have their canonical layout.
  ///
  /// - Parameter blocks: the indexes of the blocks in the file's tree.
  public func layoutChanges(
    ofFile file: Int, _ blocks: Range<Int>, _ options: FormatOptions
  ) -> LayoutChanges {
    var changes = LayoutChanges()
    guard files.indices.contains(file) else { return changes }
    let tree = files[file].tree
    let blocks = blocks.clamped(to: tree.blocks.indices)
    let lineEnd = tree.firstLineEnd
    var layout = BlockLayout(of: tree, from: blocks.lowerBound, options)
    changes.isSettled.reserveCapacity(blocks.count)
    for _ in blocks {
      let piece = layout.next()
      changes.isSettled.append(piece.map { changes.add($0, of: tree, lineEnd: lineEnd) } ?? true)
    }
    if blocks.upperBound == tree.blocks.count {
      _ = changes.add(layout.last, of: tree, lineEnd: lineEnd)
    }
    return changes
  }
}

/// What the layout of some blocks changes.
public struct LayoutChanges: Sendable {
  /// The edits, as few and as small as can be found, sorted. Ranges count UTF-8 bytes from the start of the
  /// file. The line ends of the file are kept.
  public private(set) var edits: [TextEdit] = []
  /// For each block whether nothing changes in it, nor between it and the item before.
  public fileprivate(set) var isSettled: [Bool] = []

  /// Adds what changes in a piece. Returns whether that is nothing.
  fileprivate mutating func add(
    _ piece: BlockLayout.Piece, of tree: SyntaxTree, lineEnd: [UInt8]
  ) -> Bool {
    if piece.isThere { return true }
    let found = LineDiff.edits(from: tree.bytes(in: piece.range), to: piece.text, lineEnd: lineEnd)
    edits += found.map {
      TextEdit(range: $0.range.shifted(by: piece.range.start), replacement: $0.replacement)
    }
    return found.isEmpty
  }
}

extension SyntaxTree {
  /// The first line end of the file; `\n` when it has none.
  fileprivate var firstLineEnd: [UInt8] {
    LineDiff.firstLineEnd(of: blocks.first { !$0.lineStarts.isEmpty }?.bytes ?? [])
  }
}
