import SchemaParser

extension SyntaxBlock {
  /// The block as it is meant when lists go on over several lines, which the language does not allow:
  /// parsed with blanks in place of the line ends, comments and last commas in them, so that all else
  /// stands where it stood. Nil when there is no such list.
  func joiningLists(dialect: Dialect) -> SyntaxBlock? {
    if errors.isEmpty { return nil }
    let lists = listsOverLines(in: bytes.indices)
    if lists.isEmpty { return nil }
    var text = bytes
    for list in lists { Self.blank(list, in: &text) }
    guard let block = SyntaxTree.parsed(text, dialect: dialect).blocks.first,
      block.bytes.count == bytes.count, block.declaration != nil
    else { return nil }
    return block
  }

  /// The outermost bracketed stretches that go over a line end, in text order.
  ///
  /// - Parameter lines: where to look, from the start of a line on.
  ///
  /// A bracket that is still open at a block attribute or closing brace is left alone: somebody is
  /// typing it, and what follows does not belong to it.
  func listsOverLines(in lines: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [(at: Int, line: Int, closer: UInt8)] = []
    var line = 0
    var isLineStart = true
    var at = lines.lowerBound
    while at < lines.upperBound {
      let byte = bytes[at]
      defer { at += 1 }
      switch byte {
      case 0x0A, 0x0D:
        line += 1
        isLineStart = true
        continue
      case 0x20, 0x09: continue
      case UInt8(ascii: "\""): at = endOfString(at)
      case UInt8(ascii: "/") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/"):
        at = endOfLine(at) - 1
      case UInt8(ascii: "@") where isLineStart: open = []
      case UInt8(ascii: "}") where isLineStart: open = []
      case UInt8(ascii: "("): open.append((at, line, UInt8(ascii: ")")))
      case UInt8(ascii: "["): open.append((at, line, UInt8(ascii: "]")))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        guard let last = open.popLast() else { break }
        guard last.closer == byte else {
          open = []
          break
        }
        if last.line == line { break }
        while let inner = found.last, inner.lowerBound > last.at { found.removeLast() }
        found.append(last.at..<at + 1)
      default: break
      }
      isLineStart = false
    }
    return found
  }

  /// The offset of the closing quote of the string at `start`, or of the last byte of its line.
  private func endOfString(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""): return at
      case UInt8(ascii: "\\"): at += 1
      case 0x0A, 0x0D: return at - 1
      default: break
      }
      at += 1
    }
    return bytes.count
  }

  private func endOfLine(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// Puts blanks in place of line ends, comments and last commas.
  private static func blank(_ list: Range<Int>, in text: inout [UInt8]) {
    var isComment = false
    var isString = false
    var lastComma: Int?
    for at in list {
      let byte = text[at]
      if byte == 0x0A || byte == 0x0D {
        (isComment, isString) = (false, false)
        text[at] = 0x20
      } else if isComment {
        text[at] = 0x20
      } else if byte == UInt8(ascii: "\"") {
        if !isString || text[at - 1] != UInt8(ascii: "\\") { isString.toggle() }
      } else if !isString, byte == UInt8(ascii: "/"), at + 1 < list.upperBound,
        text[at + 1] == byte
      {
        isComment = true
        text[at] = 0x20
      } else if !isString {
        if let lastComma, byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
          text[lastComma] = 0x20
        }
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: ","): lastComma = isComment ? lastComma : isString ? nil : at
      default: if !isComment { lastComma = nil }
      }
    }
  }
}
