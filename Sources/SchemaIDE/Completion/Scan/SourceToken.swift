import SchemaParser

/// A piece of a line that is being typed, where the tree may hold no more than that it can't be read.
public struct SourceToken: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// An identifier or number: letters, digits, `_`, `-`, and whatever is not ASCII.
    case word
    /// A string; one without its closing quote goes on to the line's end.
    case string(isClosed: Bool)
    /// `@` or `@@`.
    case at
    case dot, colon, comma, equals
    /// `?` or `!`.
    case mark
    /// `(`, `[` or `{`.
    case open(UInt8)
    /// `)`, `]` or `}`.
    case close(UInt8)
    /// A comment of any form.
    case comment
    case other
  }

  /// What it is.
  public let kind: Kind
  /// UTF-8 bytes, counted as in the text that was read.
  public let range: TextRange

  /// The tokens of a stretch of `text`, in order. Any bytes are read; blanks and line ends make no
  /// token.
  public static func tokens(in text: ArraySlice<UInt8>) -> [SourceToken] {
    var tokens: [SourceToken] = []
    var at = text.startIndex
    while at < text.endIndex {
      let start = at
      guard let kind = next(text, &at) else { continue }
      tokens.append(SourceToken(kind: kind, range: TextRange(start, at)))
    }
    return tokens
  }

  /// Moves over one token or blank; nil for a blank.
  private static func next(_ text: ArraySlice<UInt8>, _ at: inout Int) -> Kind? {
    let first = text[at]
    at += 1
    func peek() -> UInt8 { at < text.endIndex ? text[at] : 0 }
    func skip(while condition: (UInt8) -> Bool) {
      while at < text.endIndex, condition(text[at]) { at += 1 }
    }
    switch first {
    case 0x09, 0x0A, 0x0D, 0x20: return nil
    case UInt8(ascii: "\""): return string(text, &at)
    case UInt8(ascii: "@"):
      if peek() == first { at += 1 }
      return .at
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "="): return .equals
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return .mark
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .open(first)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .close(first)
    case UInt8(ascii: "/") where peek() == UInt8(ascii: "/"):
      skip { $0 != 0x0A && $0 != 0x0D }
      return .comment
    case UInt8(ascii: "/") where peek() == UInt8(ascii: "*"):
      at += 1
      while at < text.endIndex {
        let isEnd = text[at] == UInt8(ascii: "/") && text[at - 1] == UInt8(ascii: "*")
        at += 1
        if isEnd { break }
      }
      return .comment
    default:
      guard isWord(first) else { return .other }
      skip(while: isWord)
      return .word
    }
  }

  /// Moves behind a string whose opening quote was passed.
  private static func string(_ text: ArraySlice<UInt8>, _ at: inout Int) -> Kind {
    while at < text.endIndex {
      switch text[at] {
      case 0x0A, 0x0D: return .string(isClosed: false)
      case UInt8(ascii: "\""):
        at += 1
        return .string(isClosed: true)
      case UInt8(ascii: "\\") where at + 1 < text.endIndex && text[at + 1] >= 0x20: at += 2
      default: at += 1
      }
    }
    return .string(isClosed: false)
  }

  /// Whether a byte can stand in an identifier or number.
  public static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }
}
