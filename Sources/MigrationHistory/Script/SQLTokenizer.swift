/// Splits SQL into words, constants and signs, as PostgreSQL's lexer does.
///
/// It never fails: what is not closed reaches to the end of the text.
///
/// Source: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
struct SQLTokenizer {
  /// A token with its place in the text: bytes, half-open.
  struct Token {
    enum Kind {
      /// A keyword or name without quotes.
      case word
      /// `"name"`
      case quotedName
      /// `'text'`, also with `E` before it.
      case string
      /// `$$text$$`
      case dollarString
      case number
      /// One byte of an operator or a bracket.
      case sign(UInt8)
    }

    let kind: Kind
    let range: Range<Int>
  }

  private let text: [UInt8]
  /// Where the next token is looked for.
  private var at: Int
  private let end: Int

  /// - Parameter range: the part of the text that is looked at.
  init(_ text: [UInt8], in range: Range<Int>? = nil) {
    let range = (range ?? text.indices).clamped(to: text.indices)
    self.text = text
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next token, nil at the end.
  mutating func next() -> Token? {
    skipBlanks()
    guard at < end else { return nil }
    let start = at
    let byte = text[at]
    switch byte {
    case UInt8(ascii: "'"):
      skipQuoted(byte, hasEscapes: false)
      return Token(kind: .string, range: start..<at)
    case UInt8(ascii: "\""):
      skipQuoted(byte, hasEscapes: false)
      return Token(kind: .quotedName, range: start..<at)
    case UInt8(ascii: "$"):
      if skipDollarString() { return Token(kind: .dollarString, range: start..<at) }
      at += 1
      return Token(kind: .sign(byte), range: start..<at)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < end, Self.isPartOfWord(text[at]) || text[at] == UInt8(ascii: ".") { at += 1 }
      return Token(kind: .number, range: start..<at)
    case let byte where Self.startsWord(byte):
      while at < end, Self.isPartOfWord(text[at]) { at += 1 }
      let isEscape = at == start + 1 && byte | 0x20 == UInt8(ascii: "e")
      if isEscape, at < end, text[at] == UInt8(ascii: "'") {
        skipQuoted(text[at], hasEscapes: true)
        return Token(kind: .string, range: start..<at)
      }
      return Token(kind: .word, range: start..<at)
    default:
      at += 1
      return Token(kind: .sign(byte), range: start..<at)
    }
  }

  /// Letters, `_` and everything outside of ASCII.
  private static func startsWord(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    startsWord(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "$")
  }

  private func byte(at index: Int) -> UInt8 { index < end ? text[index] : 0 }

  private mutating func skipBlanks() {
    while at < end {
      switch text[at] {
      case 0x20, 0x09...0x0D: at += 1
      case UInt8(ascii: "-") where byte(at: at + 1) == UInt8(ascii: "-"):
        while at < end, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
      case UInt8(ascii: "/") where byte(at: at + 1) == UInt8(ascii: "*"): skipComment()
      default: return
      }
    }
  }

  /// Comments of this kind can stand in each other.
  private mutating func skipComment() {
    var depth = 0
    while at < end {
      let pair = (text[at], byte(at: at + 1))
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        at += 2
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        at += 2
        if depth == 0 { break }
      } else {
        at += 1
      }
    }
    at = min(at, end)
  }

  /// Skips to behind the closing quote; a doubled one does not close.
  private mutating func skipQuoted(_ quote: UInt8, hasEscapes: Bool) {
    at += 1
    while at < end {
      let byte = text[at]
      at += 1
      if hasEscapes, byte == UInt8(ascii: "\\") {
        at = min(at + 1, end)
      } else if byte == quote {
        guard self.byte(at: at) == quote, at < end else { return }
        at += 1
      }
    }
  }

  /// Skips `$tag$ … $tag$`; whether there was one.
  private mutating func skipDollarString() -> Bool {
    var tagEnd = at + 1
    if tagEnd < end, Self.startsWord(text[tagEnd]) {
      while tagEnd < end, Self.isPartOfWord(text[tagEnd]), text[tagEnd] != UInt8(ascii: "$") {
        tagEnd += 1
      }
    }
    guard tagEnd < end, text[tagEnd] == UInt8(ascii: "$") else { return false }
    let tag = text[at...tagEnd]
    at = tagEnd + 1
    while at < end {
      if text[at] == UInt8(ascii: "$"), at + tag.count <= end,
        text[at..<(at + tag.count)].elementsEqual(tag)
      {
        at += tag.count
        return true
      }
      at += 1
    }
    return true
  }
}
