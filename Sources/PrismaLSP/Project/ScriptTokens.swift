/// The tokens of a JavaScript or TypeScript text, as far as reading literals needs them.
///
/// Configuration files are programs, which are never run: only what stands there literally is read.
/// Regular expressions are not recognised.
enum ScriptToken: Hashable, Sendable {
  /// A string, or a template without expressions; its value.
  case string(String)
  /// A name, keyword or number.
  case word(String)
  /// Any other byte.
  case sign(UInt8)

  /// The tokens of `text`, without comments and blanks.
  static func tokens(in text: [UInt8]) -> [ScriptToken] { located(in: text).map(\.token) }

  /// The tokens of `text` with their places, in bytes from its start; those of strings hold the quotes.
  static func located(in text: [UInt8]) -> [(token: ScriptToken, range: Range<Int>)] {
    var tokens: [(token: ScriptToken, range: Range<Int>)] = []
    var index = 0
    func at(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index += 1
      case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "/"):
        while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "*"):
        index += 2
        while index < text.count,
          text[index] != UInt8(ascii: "*") || at(index + 1) != UInt8(ascii: "/")
        {
          index += 1
        }
        index += 2
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        let start = index
        let token: ScriptToken
        (token, index) = string(in: text, from: index)
        tokens.append((token, start..<min(index, text.count)))
      default:
        var end = index
        while isWordByte(at(end)) { end += 1 }
        if end > index {
          tokens.append((.word(String(decoding: text[index..<end], as: UTF8.self)), index..<end))
          index = end
        } else {
          tokens.append((.sign(byte), index..<(index + 1)))
          index += 1
        }
      }
    }
    return tokens
  }

  /// Reads the literal at `start`; returns it with the index behind it.
  private static func string(in text: [UInt8], from start: Int) -> (ScriptToken, Int) {
    let quote = text[start]
    var value: [UInt8] = []
    var isLiteral = true
    var index = start + 1
    while index < text.count, text[index] != quote {
      let byte = text[index]
      if byte == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { break }  // never closed
      if byte == UInt8(ascii: "$"), quote == UInt8(ascii: "`"), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: "{")
      {
        isLiteral = false
      }
      if byte == UInt8(ascii: "\\"), index + 1 < text.count {
        index += 1
        switch text[index] {
        case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
        case let other: value.append(other)
        }
      } else {
        value.append(byte)
      }
      index += 1
    }
    return (isLiteral ? .string(String(decoding: value, as: UTF8.self)) : .sign(quote), index + 1)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }
}
