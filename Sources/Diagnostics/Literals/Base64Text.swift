/// Checks whether a text is base64 with padding.
///
/// Source: RFC 4648, section 4.
enum Base64Text {
  /// What is wrong, nil when the text is base64.
  static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    let content = bytes.dropLast(padding)
    if let wrong = content.firstIndex(where: { value(of: $0) == nil }) {
      let rest = String(decoding: bytes[wrong...].prefix(32), as: UTF8.self)
      return "it holds `\(rest.first.map(String.init) ?? "")`"
    }
    if padding > 2 || bytes.count % 4 != 0 {
      return "its length must be a multiple of 4, filled up with `=`"
    }
    // The bits of the last character that no byte takes must be zero.
    let unused: UInt8 = padding == 1 ? 0b11 : padding == 2 ? 0b1111 : 0
    if let last = content.last.flatMap(value(of:)), last & unused != 0 {
      return "its last character holds bits that belong to no byte"
    }
    return nil
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
