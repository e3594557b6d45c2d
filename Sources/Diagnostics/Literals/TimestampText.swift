/// Checks whether a text is a point in time such as `2024-05-17T12:30:00Z`.
///
/// Source: RFC 3339, section 5.6. A blank may stand for the `T`.
struct TimestampText {
  /// What is wrong, nil when the text is a timestamp.
  static func problem(in text: String) -> String? {
    var reader = TimestampText(bytes: Array(text.utf8))
    return reader.parse()
  }

  private let bytes: [UInt8]
  private var at = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func parse() -> String? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2)
    else { return "it begins with no date like `2024-05-17`" }
    guard (1...12).contains(month) else { return "there is no month \(month)" }
    guard day >= 1, day <= days(in: month, of: year) else { return "the month has no day \(day)" }
    guard skip("T") || skip("t") || skip(" ") else { return "there is no `T` behind the date" }
    guard let hour = number(2), skip(":"), let minute = number(2), skip(":"),
      let second = number(2)
    else { return "there is no time like `12:30:00`" }
    // A leap second is the 60th.
    guard hour < 24, minute < 60, second <= 60 else { return "there is no such time of day" }
    if skip(".") {
      let start = at
      while at < bytes.count, isDigit(bytes[at]) { at += 1 }
      if at == start { return "there are no digits behind the point" }
    }
    if !(skip("Z") || skip("z")) {
      guard skip("+") || skip("-"), let hours = number(2), skip(":"), let minutes = number(2) else {
        return "there is no time zone: `Z`, or an offset like `+02:00`"
      }
      guard hours < 24, minutes < 60 else { return "there is no such offset" }
    }
    return at == bytes.count ? nil : "something follows the time zone"
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard at + digits <= bytes.count else { return nil }
    var value = 0
    for index in at..<at + digits {
      guard isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    at += digits
    return value
  }

  private func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
