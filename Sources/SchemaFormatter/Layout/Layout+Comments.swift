import SchemaParser

extension Layout {
  /// Writes a comment that stands on its own line or lines, without the last line end.
  ///
  /// - Parameter indented: whether it stands in a block; the cursor is then at the end of the line
  ///   above, else at the start of its own line.
  mutating func writeComment(_ node: SyntaxNode, indented: Bool, of source: Source) {
    if indented { startLine() }
    if node.kind == .blockComment {
      writeBlockComment(node, indented: indented, of: source)
    } else {
      append(source, from: node.start, to: node.end)
    }
  }

  /// Writes `/* … */` with one line of text a line.
  private mutating func writeBlockComment(_ node: SyntaxNode, indented: Bool, of source: Source) {
    append("/**")
    var at = node.start + 2
    let end = node.end - 2
    while at < end {
      var lineEnd = at
      while lineEnd < end, !isLineEnd(source.bytes[lineEnd]) { lineEnd += 1 }
      writeCommentLine(from: at, to: lineEnd, indented: indented, of: source)
      at = lineEnd + 1
    }
    endLine(indented: indented)
    append(" */")
  }

  private mutating func writeCommentLine(
    from start: Int, to end: Int, indented: Bool, of source: Source
  ) {
    var low = source.skippingSpace(from: start, to: end)
    if low < end, source.bytes[low] == UInt8(ascii: "*") {
      low = source.skippingSpace(from: low + 1, to: end)
    }
    let high = source.droppingSpace(from: low, to: end)
    guard low < high else { return }
    endLine(indented: indented)
    append(" * ")
    append(source, from: low, to: high)
  }

  private mutating func endLine(indented: Bool) {
    if indented { startLine() } else { output.append(UInt8(ascii: "\n")) }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

extension Source {
  /// The length of the white space at `at`: a blank or a control or separator that Unicode counts
  /// as white space; 0 if there is none.
  private func spaceLength(at: Int, end: Int) -> Int {
    switch bytes[at] {
    case 0x09...0x0D: return 1
    case 0xC2 where at + 1 < end && bytes[at + 1] == 0x85: return 2
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && (0xA8...0xA9).contains(bytes[at + 2]):
      return 3
    default: return blankLength(at: at, end: end)
    }
  }

  /// The first offset from `start` on that holds no white space, at most `end`.
  fileprivate func skippingSpace(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      let length = spaceLength(at: at, end: end)
      if length == 0 { break }
      at += length
    }
    return at
  }

  /// `end` without the white space before it, at least `start`.
  fileprivate func droppingSpace(from start: Int, to end: Int) -> Int {
    var at = end
    while at > start {
      if spaceLength(at: at - 1, end: at) == 1 {
        at -= 1
      } else if at - start >= 2, spaceLength(at: at - 2, end: at) == 2 {
        at -= 2
      } else if at - start >= 3, spaceLength(at: at - 3, end: at) == 3 {
        at -= 3
      } else {
        break
      }
    }
    return at
  }
}
