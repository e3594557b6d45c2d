/// Checks whether a text is JSON.
///
/// Arrays and objects are kept on a stack of this type's own and may be nested 127 deep, as in the
/// engine that reads the default later.
///
/// Source: RFC 8259.
struct JSONText {
  /// What is wrong, nil when the text is JSON.
  static func problem(in text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var parser = JSONText(bytes: bytes)
      return parser.parse()
    }
  }

  private enum Container { case array, object }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var open: [Container] = []

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func parse() -> String? {
    while true {
      // Here a value is expected.
      skipBlanks()
      guard let byte = peek else { return "it ends where a value is expected" }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        at += 1
        if open.count >= 127 { return "it is nested more than 127 deep" }
        let isArray = byte == UInt8(ascii: "[")
        open.append(isArray ? .array : .object)
        skipBlanks()
        if peek == (isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")) { break }
        if !isArray, let problem = key() { return problem }
        continue
      case UInt8(ascii: "\""):
        if let problem = string() { return problem }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let problem = number() { return problem }
      case UInt8(ascii: "t"): if !word("true") { return unexpected }
      case UInt8(ascii: "f"): if !word("false") { return unexpected }
      case UInt8(ascii: "n"): if !word("null") { return unexpected }
      default: return unexpected
      }
      // A value, or the opening bracket of an empty container, has been read.
      var expectsValue = false
      while !expectsValue {
        skipBlanks()
        guard let container = open.last else { return peek == nil ? nil : unexpected }
        guard let byte = peek else {
          return "it ends inside an \(container == .array ? "array" : "object")"
        }
        at += 1
        switch (byte, container) {
        case (UInt8(ascii: "]"), .array), (UInt8(ascii: "}"), .object): open.removeLast()
        case (UInt8(ascii: ","), .array): expectsValue = true
        case (UInt8(ascii: ","), .object):
          skipBlanks()
          if let problem = key() { return problem }
          expectsValue = true
        default:
          at -= 1
          return unexpected
        }
      }
    }
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private var unexpected: String {
    guard at < bytes.count else { return "it ends too early" }
    // The rest can be long; one character of it is enough.
    let rest = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[at...].prefix(32)), as: UTF8.self)
    let before = String(decoding: UnsafeBufferPointer(rebasing: bytes[..<at]), as: UTF8.self)
    let character = rest.first.map(String.init) ?? ""
    return "`\(character)` is not expected at character \(before.count + 1)"
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    let matches = word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[at + $0] == letters[$0] }
    }
    if matches { at += length }
    return matches
  }

  /// Reads `"key":`.
  private mutating func key() -> String? {
    guard peek == UInt8(ascii: "\"") else { return unexpected }
    if let problem = string() { return problem }
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { return unexpected }
    at += 1
    return nil
  }

  private mutating func number() -> String? {
    if peek == UInt8(ascii: "-") { at += 1 }
    if peek == UInt8(ascii: "0") {
      at += 1
      if let byte = peek, isDigit(byte) { return unexpected }
    } else if !digits() {
      return unexpected
    }
    if peek == UInt8(ascii: ".") {
      at += 1
      if !digits() { return unexpected }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      if !digits() { return unexpected }
    }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func digits() -> Bool {
    let start = at
    while let byte = peek, isDigit(byte) { at += 1 }
    return at > start
  }

  private mutating func string() -> String? {
    at += 1
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return nil
      case 0..<0x20:
        return "a string holds a control character"
      case UInt8(ascii: "\\"):
        at += 1
        guard let escaped = peek else { return "it ends inside a string" }
        if escaped == UInt8(ascii: "u") {
          at += 1
          if let problem = unicodeEscape() { return problem }
        } else if "\"\\/bfnrt".utf8.contains(escaped) {
          at += 1
        } else {
          return "a string holds an unknown escape"
        }
      default: at += 1
      }
    }
    return "it ends inside a string"
  }

  /// Reads the digits behind `\u`, with the second half of a surrogate pair.
  private mutating func unicodeEscape() -> String? {
    guard let unit = unit() else { return "a `\\u` needs four hexadecimal digits" }
    guard (0xD800...0xDFFF).contains(unit) else { return nil }
    let lone = "a string holds half of a surrogate pair"
    guard unit < 0xDC00, word("\\u") else { return lone }
    guard let low = self.unit() else { return "a `\\u` needs four hexadecimal digits" }
    return (0xDC00...0xDFFF).contains(low) ? nil : lone
  }

  private mutating func unit() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
      else { return nil }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
