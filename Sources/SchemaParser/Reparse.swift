extension SyntaxTree {
  /// Parses a file. Never fails: what the grammar does not allow becomes errors in the tree.
  ///
  /// - Parameter text: any bytes; less than 4 GiB.
  public static func parsed(_ text: [UInt8], dialect: Dialect) -> SyntaxTree {
    var tree = SyntaxTree(
      dialect: dialect, blocks: [], starts: [], lines: [], count: 0, lineEndCount: 0,
      dependentCount: 0)
    let blocks = text.withUnsafeBufferPointer { text in
      var parser = Parser(text, dialect: dialect, isWholeRest: true, from: 0)
      return parser.blocks(until: [])?.blocks ?? []
    }
    tree.replaceBlocks(0..<0, with: blocks)
    return tree
  }

  /// What an edit changed in a tree.
  public struct Change: Hashable, Sendable {
    /// The indexes of the blocks that went, in the old tree.
    public let removed: Range<Int>
    /// The indexes of the blocks that stand there now, in the new tree.
    public let added: Range<Int>
    /// The number of bytes that were parsed for it, repeated attempts included.
    public let parsedByteCount: Int
  }

  /// Replaces a stretch of the text and parses again what that can have changed.
  ///
  /// The parse begins with the block that the edit touches. It ends where, behind the edit, the end of
  /// an item meets the start of an old block: from there on the old blocks stand, since the parse
  /// keeps no state across items. When it needs to see more text, it starts again with twice as
  /// much, so the work stays proportional to what must be parsed.
  ///
  /// - Parameter edit: its range counts from the start of the file and is clamped to it.
  public mutating func apply(_ edit: TextEdit) -> Change {
    let editStart = min(edit.range.start, count)
    let editEnd = min(edit.range.end, count)
    let growth = edit.replacement.count - (editEnd - editStart)

    let first = firstAffectedBlock(editStart)
    // The last block that the edit touches.
    var last = first
    while last + 1 < blocks.count, starts[last + 1] < editEnd { last += 1 }
    var parsedByteCount = 0
    var length = 0
    while true {
      // The blocks first...last make up the text of this attempt; at least twice as much as before.
      var end = last < blocks.count ? starts[last] + blocks[last].bytes.count : count
      while end - (first < blocks.count ? starts[first] : count) < length, last + 1 < blocks.count {
        last += 1
        end = starts[last] + blocks[last].bytes.count
      }
      let start = first < blocks.count ? starts[first] : count
      var text: [UInt8] = []
      text.reserveCapacity(end - start + max(0, growth))
      appendBytes(from: start, to: editStart, into: &text)
      text.append(contentsOf: edit.replacement)
      appendBytes(from: editEnd, to: end, into: &text)
      length = max(64, 2 * text.count)
      parsedByteCount += text.count

      let isWholeRest = last + 1 >= blocks.count
      var boundaries: [Int] = []
      if last >= first, first < blocks.count {
        for index in (first + 1)..<(last + 2) {
          let boundary = index < blocks.count ? starts[index] : count
          if boundary >= editEnd, index < blocks.count {
            boundaries.append(boundary + growth - start)
          }
        }
      }
      let result = text.withUnsafeBufferPointer { text in
        var parser = Parser(text, dialect: dialect, isWholeRest: isWholeRest, from: 0)
        return parser.blocks(until: boundaries[...])
      }
      guard let result else {
        last = min(last + 1, blocks.count - 1)
        continue
      }
      var removedEnd = blocks.count
      if let met = result.met {
        let boundary = met + start - growth
        removedEnd = blockIndex(at: boundary) ?? blocks.count
      }
      let removed = min(first, removedEnd)..<removedEnd
      replaceBlocks(removed, with: result.blocks)
      return Change(
        removed: removed, added: removed.lowerBound..<(removed.lowerBound + result.blocks.count),
        parsedByteCount: parsedByteCount)
    }
  }

  /// The index of the first block whose parse can change when the text at `offset` does.
  private func firstAffectedBlock(_ offset: Int) -> Int {
    guard var index = blockIndex(at: offset) else { return 0 }
    // At the start of a block, the one before may go on.
    if index > 0, starts[index] == offset { index -= 1 }
    guard dependentCount > 0 else { return index }
    return blocks[..<index].firstIndex { $0.dependsOnRest } ?? index
  }

  /// Appends the bytes from `start` up to `end` of the file.
  private func appendBytes(from start: Int, to end: Int, into text: inout [UInt8]) {
    guard start < end, var index = blockIndex(at: start) else { return }
    var at = start
    while at < end, index < blocks.count {
      let block = blocks[index]
      let low = min(max(0, at - starts[index]), block.bytes.count)
      let high = min(end - starts[index], block.bytes.count)
      if low < high { text.append(contentsOf: block.bytes[low..<high]) }
      at = starts[index] + block.bytes.count
      index += 1
    }
  }

  /// Replaces blocks and moves the offsets of those behind.
  mutating func replaceBlocks(_ range: Range<Int>, with new: [SyntaxBlock]) {
    var offset = range.lowerBound < starts.count ? starts[range.lowerBound] : count
    var line = range.lowerBound < lines.count ? lines[range.lowerBound] : lineEndCount
    var newStarts: [Int] = []
    var newLines: [Int] = []
    newStarts.reserveCapacity(new.count)
    newLines.reserveCapacity(new.count)
    for block in blocks[range] {
      if block.dependsOnRest { dependentCount -= 1 }
      if !block.errors.isEmpty { faultyCount -= 1 }
    }
    for block in new {
      if block.dependsOnRest { dependentCount += 1 }
      if !block.errors.isEmpty { faultyCount += 1 }
      newStarts.append(offset)
      newLines.append(line)
      offset += block.bytes.count
      line += block.lineStarts.count
    }
    let oldEnd = range.upperBound < starts.count ? starts[range.upperBound] : count
    let oldLine = range.upperBound < lines.count ? lines[range.upperBound] : lineEndCount
    if blocks.count == range.count {
      // The whole tree: no need to keep room.
      blocks = new
      starts = newStarts
      lines = newLines
    } else {
      blocks.replaceSubrange(range, with: new)
      starts.replaceSubrange(range, with: newStarts)
      lines.replaceSubrange(range, with: newLines)
      let shift = offset - oldEnd
      let lineShift = line - oldLine
      if shift != 0 || lineShift != 0 {
        for index in (range.lowerBound + new.count)..<blocks.count {
          starts[index] += shift
          lines[index] += lineShift
        }
      }
    }
    count += offset - oldEnd
    lineEndCount += line - oldLine
  }
}
