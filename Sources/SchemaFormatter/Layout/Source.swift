import SchemaParser

/// The bytes and nodes of the block being written. Valid only within a call of `Layout.write`.
///
/// The nodes come from the parser, which vouches for their ranges and links.
struct Source {
  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: UnsafeBufferPointer<SyntaxNode>

  /// The number of line ends (`\n`, `\r\n` or a lone `\r`) in a stretch of the text.
  func lineEnds(from start: Int, to end: Int) -> Int {
    var count = 0
    var at = start
    while at < end {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\n") {
        count += 1
      } else if byte == UInt8(ascii: "\r") {
        count += 1
        if at < end, bytes[at] == UInt8(ascii: "\n") { at += 1 }
      }
    }
    return count
  }

  /// Where the text of a node that runs through its line end ends.
  func withoutLineEnd(_ node: SyntaxNode) -> Int {
    var end = node.end
    if end > node.start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > node.start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// The length of the blank (a tab, or a space separator of Unicode) at `at`, 0 if there is none.
  ///
  /// Source: category Zs of the Unicode Character Database.
  func blankLength(at: Int, end: Int) -> Int {
    switch bytes[at] {
    case 0x20, 0x09: return 1
    case 0xC2: return at + 1 < end && bytes[at + 1] == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard at + 2 < end else { return 0 }
      switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF),
        (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The first offset from `start` on that holds no blank, at most `end`.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      let length = blankLength(at: at, end: end)
      if length == 0 { break }
      at += length
    }
    return at
  }

  /// Whether the text of a node is `word`.
  func text(of node: SyntaxNode, is word: StaticString) -> Bool {
    let start = node.start
    guard node.end - start == word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[start + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
