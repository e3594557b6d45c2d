import SchemaFormatter
import SchemaModel
import SchemaParser

extension Analysis {
  /// A longer declaration is not laid out while someone types in it.
  private static let onTypeLimit = 100_000

  /// The edits that lay out the declaration in which a line was just ended, and indent the new line.
  ///
  /// The line that the cursor is on is somebody's unfinished work: nothing on it is changed but its
  /// indentation while it is blank, and the rest is laid out as if a comment stood there.
  ///
  /// - Parameter offset: the cursor, on the new line; UTF-8 bytes from the start of the file.
  public func edits(
    afterNewlineBefore offset: Int, inFile file: Int, _ options: FormatOptions
  ) -> [TextEdit] {
    guard let cursor = cursor(at: offset, inFile: file) else { return [] }
    let tree = files[file].tree
    let line = Self.line(around: offset, in: tree)
    var edits: [TextEdit] = []
    if let index = cursor.block.declaration {
      let range = cursor.block.nodes[index].range.shifted(by: cursor.blockStart)
      if range.start < line.start, line.end < range.end {
        edits = layoutEdits(of: range, keeping: line, in: cursor, tree, options)
        if let edit = Self.indentation(of: line, in: tree, options) { edits.append(edit) }
      }
      return edits.sorted { $0.range.start < $1.range.start }
    }
    // A block that is not closed yet.
    let before = Self.line(around: line.start - 1, in: tree)
    if line.start > 0,
      tree.bytes(in: before).last(where: { !isBlank($0) }) == UInt8(ascii: "{"),
      let edit = Self.indentation(of: line, in: tree, options)
    {
      edits.append(edit)
    }
    return edits
  }

  /// The edits that lay out the declaration that was just closed.
  ///
  /// - Parameter offset: the place behind the brace; UTF-8 bytes from the start of the file.
  public func edits(
    afterBraceBefore offset: Int, inFile file: Int, _ options: FormatOptions
  ) -> [TextEdit] {
    guard let cursor = cursor(at: offset - 1, inFile: file), let index = cursor.block.declaration
    else { return [] }
    let range = cursor.block.nodes[index].range.shifted(by: cursor.blockStart)
    guard range.end == offset else { return [] }
    return layoutEdits(
      of: range, keeping: nil, in: cursor, files[file].tree, options)
  }

  /// The edits that lay out a declaration, but for one of its lines. Attributes stay where they are.
  private func layoutEdits(
    of range: TextRange, keeping line: TextRange?, in cursor: Cursor, _ tree: SyntaxTree,
    _ options: FormatOptions
  ) -> [TextEdit] {
    guard range.count <= Self.onTypeLimit else { return [] }
    var text = Array(
      cursor.block.bytes[(range.start - cursor.blockStart)..<(range.end - cursor.blockStart)])
    // From here on, offsets in `text` differ from those of the declaration by `growth`.
    var kept = TextRange(0, 0)
    var growth = 0
    if let line {
      let stand = Array("//".utf8)
      let low = line.start - range.start
      text.replaceSubrange(low..<(line.end - range.start), with: stand)
      kept = TextRange(low, low + stand.count)
      growth = stand.count - line.count
    }
    let end = text.count
    text.append(UInt8(ascii: "\n"))
    var options = options
    options.attributeOrder = .keep
    let formatted = SyntaxTree.parsed(text, dialect: tree.dialect).formatted(options)
    return LineDiff.edits(from: text, to: formatted).compactMap { edit in
      // What goes beyond the declaration.
      guard edit.range.end <= end else { return nil }
      var shift = range.start
      if line != nil {
        // What touches the line, and what adds or removes lines: the user is about to do that.
        let isBefore = edit.range.end < kept.start
        guard isBefore || edit.range.start > kept.end,
          !text[edit.range.start..<edit.range.end].contains(where: isLineEnd),
          !edit.replacement.contains(where: isLineEnd)
        else { return nil }
        if !isBefore { shift -= growth }
      }
      return TextEdit(
        range: TextRange(edit.range.start + shift, edit.range.end + shift),
        replacement: edit.replacement)
    }
  }

  // MARK: Lines

  /// The edit that indents a blank line as a member, nil when it is not blank or is so already.
  private static func indentation(
    of line: TextRange, in tree: SyntaxTree, _ options: FormatOptions
  ) -> TextEdit? {
    let current = tree.bytes(in: line)
    let wanted = options.indentation
    guard current.allSatisfy(isBlank), current != wanted else { return nil }
    return TextEdit(range: line, replacement: wanted)
  }

  /// The line that holds `offset`, without its end. Both count from the start of the file.
  private static func line(around offset: Int, in tree: SyntaxTree) -> TextRange {
    var low = max(0, min(offset, tree.count))
    var high = low
    while low > 0, let byte = tree.byte(at: low - 1), !isLineEnd(byte) { low -= 1 }
    while let byte = tree.byte(at: high), !isLineEnd(byte) { high += 1 }
    return TextRange(low, high)
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension SyntaxTree {
  /// The byte at `offset` from the start of the file, nil behind its end.
  fileprivate func byte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < count, let index = blockIndex(at: offset) else { return nil }
    let bytes = blocks[index].bytes
    let inner = offset - starts[index]
    return bytes.indices.contains(inner) ? bytes[inner] : nil
  }
}
