/// Decodes string literals.
///
/// Source: the escapes of JSON (RFC 8259, section 7), which the Prisma schema language shares.
public enum StringLiteral {
  /// A bad escape: where (from the start of the text given) and what.
  struct Problem {
    let kind: SyntaxError.Kind
    let range: TextRange
  }

  /// The value of a `string` node. Bad escapes contribute nothing.
  public static func value(of syntax: Syntax) -> String {
    let range = syntax.range
    let bytes = syntax.block.bytes
    let low = min(range.start + 1, bytes.count)
    let high = max(low, min(range.end - 1, bytes.count))
    if syntax.node.flags == 0 { return String(decoding: bytes[low..<high], as: UTF8.self) }
    return bytes.withUnsafeBufferPointer { decode($0, from: low, to: high).value }
  }

  /// A text as it is written between the quotes of a literal.
  public static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Decodes the inside of a literal, the bytes from `start` up to `end`.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (value: String, problems: [Problem]) {
    var value: [UInt8] = []
    var problems: [Problem] = []
    var at = start
    while at < end {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "\\"), at + 1 < end else {
        value.append(byte)
        at += 1
        continue
      }
      let escaped = bytes[at + 1]
      if let plain = simpleEscape(escaped) {
        value.append(plain)
        at += 2
      } else if escaped == UInt8(ascii: "u") {
        at = decodeUnicode(bytes, at: at, end: end, into: &value, problems: &problems)
      } else {
        let length = 1 + scalarLength(bytes, at: at + 1, end: end)
        problems.append(Problem(kind: .unknownEscape, range: TextRange(at, at + length)))
        at += length
      }
    }
    return (String(decoding: value, as: UTF8.self), problems)
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    default: nil
    }
  }

  /// Decodes the `\u` at `at`; returns the offset behind what it took.
  private static func decodeUnicode(
    _ bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, into value: inout [UInt8],
    problems: inout [Problem]
  ) -> Int {
    func fail(_ length: Int) -> Int {
      problems.append(Problem(kind: .invalidUnicodeEscape, range: TextRange(at, at + length)))
      return at + length
    }
    // Fewer than four bytes from the backslash on: only `\u` is marked.
    guard at + 4 <= end else { return fail(2) }
    let (unit, digits) = hexadecimal(bytes, at: at + 2, end: end)
    guard digits == 4 else { return fail(2 + digits) }
    if !(0xD800...0xDFFF).contains(unit) {
      append(unit, to: &value)
      return at + 6
    }
    guard at + 7 < end, bytes[at + 6] == UInt8(ascii: "\\"), bytes[at + 7] == UInt8(ascii: "u")
    else { return fail(6) }
    let (low, lowDigits) = hexadecimal(bytes, at: at + 8, end: end)
    guard lowDigits == 4 else { return fail(6) }
    guard (0xD800...0xDBFF).contains(unit), (0xDC00...0xDFFF).contains(low) else { return fail(12) }
    append(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), to: &value)
    return at + 12
  }

  private static func append(_ scalar: UInt32, to value: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value and number of up to four hexadecimal digits.
  private static func hexadecimal(
    _ bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int
  ) -> (value: UInt32, digits: Int) {
    var value: UInt32 = 0
    var digits = 0
    while digits < 4, at + digits < end {
      let byte = bytes[at + digits]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return (value, digits)
      }
      value = value << 4 | UInt32(digit)
      digits += 1
    }
    return (value, digits)
  }

  /// The length of the UTF-8 sequence at `at`, at least 1.
  private static func scalarLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int
  ) -> Int {
    var length = 1
    while at + length < end, bytes[at + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }
}
