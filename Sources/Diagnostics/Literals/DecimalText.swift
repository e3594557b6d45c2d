/// Checks whether a text is a decimal number, with or without an exponent.
enum DecimalText {
  /// Whether the text is such a number.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var at = 0
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func skipSign() {
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
    }
    func skipDigits() -> Int {
      let start = at
      while at < bytes.count, isDigit(bytes[at]) { at += 1 }
      return at - start
    }
    skipSign()
    var digits = skipDigits()
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if at < bytes.count, bytes[at] == UInt8(ascii: "e") || bytes[at] == UInt8(ascii: "E") {
      at += 1
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return at == bytes.count
  }
}
