/// Points in time as constants of SQL.
enum TimestampLiteral {
  /// `2020-01-02T03:04:05.600Z` as `2020-01-02 03:04:05.600 +00:00`. A text of another form stays as
  /// it is.
  static func sql(of text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20 else { return text }
    let date = String(decoding: bytes[0..<10], as: UTF8.self)
    let time = String(decoding: bytes[11..<19], as: UTF8.self)
    var at = 19
    var fraction = ""
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
        fraction.unicodeScalars.append(Unicode.Scalar(bytes[at]))
        at += 1
      }
    }
    let rest = String(decoding: bytes[at...], as: UTF8.self)
    let zone = rest == "Z" || rest == "z" ? "+00:00" : rest
    return "\(date) \(time)\(shown(fraction)) \(zone)"
  }

  /// With `T` between date and time, and an offset for `Z`.
  static func rfc3339(of text: String) -> String {
    let sql = sql(of: text)
    let parts = sql.split(separator: " ")
    return parts.count == 3 ? "\(parts[0])T\(parts[1])\(parts[2])" : text
  }

  /// Three, six or nine digits of a fraction, none when it is zero.
  private static func shown(_ fraction: String) -> String {
    var digits = String(fraction.prefix(9))
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.isEmpty { return "" }
    while digits.utf8.count % 3 != 0 { digits += "0" }
    return ".\(digits)"
  }
}
