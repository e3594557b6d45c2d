import Migration

/// Constants as the types of PostgreSQL print them back.
enum ConstantText {
  /// A constant after it was read as one of `type`, with the time zone UTC. Texts of another form than
  /// those known here stay as they are.
  static func stored(_ literal: String, as type: ColumnType) -> String {
    guard case .system(let name) = type.base, !type.isArray else { return literal }
    switch name {
    case "timestamp", "timestamptz", "date", "time", "timetz":
      return TimeConstant(literal)?.text(as: name) ?? literal
    case "uuid": return literal.lowercased()
    case "jsonb": return JSONText(literal)?.jsonb ?? literal
    case "int2", "int4", "int8":
      return Int(literal.filter { $0 != " " }).map { String($0) } ?? literal
    default: return literal
    }
  }
}

/// A point in time as scripts write it: a date, a time of the day, an offset from UTC.
private struct TimeConstant {
  private var date: (year: Int, month: Int, day: Int)?
  private var time: (hour: Int, minute: Int, second: Int)?
  private var fraction = ""
  /// Minutes east of UTC, nil where none is written.
  private var offset: Int?

  /// Reads `2020-01-02`, `2020-01-02 03:04:05.678 +02:00`, `2020-01-02T03:04:05Z`, `03:04`.
  init?(_ text: String) {
    var rest = text[...].drop { $0 == " " }
    if let parts = Self.numbers(&rest, separator: "-", count: 3, digits: 4) {
      date = (parts[0], parts[1], parts[2])
      if rest.first == "T" || rest.first == " " { rest.removeFirst() }
    }
    if !rest.isEmpty {
      guard let parts = Self.numbers(&rest, separator: ":", count: 2, digits: 2) else { return nil }
      var second = 0
      if rest.first == ":" {
        rest.removeFirst()
        guard let number = Int(rest.prefix(2)) else { return nil }
        second = number
        rest = rest.dropFirst(2)
      }
      time = (parts[0], parts[1], second)
      if rest.first == "." {
        fraction = String(rest.dropFirst().prefix { $0.isASCII && $0.isNumber })
        rest = rest.dropFirst(fraction.count + 1)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        guard fraction.count <= 6 else { return nil }
      }
    }
    rest = rest.drop { $0 == " " }
    if !rest.isEmpty {
      guard let minutes = Self.offset(rest) else { return nil }
      offset = minutes
    }
    if date == nil, time == nil { return nil }
    if let date, !(1...12).contains(date.month) || !(1...31).contains(date.day) { return nil }
    if let time, time.hour > 23 || time.minute > 59 || time.second > 59 { return nil }
  }

  /// Numbers with a sign between them, the first of so many digits.
  private static func numbers(
    _ text: inout Substring, separator: Character, count: Int, digits: Int
  ) -> [Int]? {
    var rest = text
    var numbers: [Int] = []
    for index in 0..<count {
      if index > 0 {
        guard rest.first == separator else { return nil }
        rest.removeFirst()
      }
      let part = rest.prefix { $0.isASCII && $0.isNumber }.prefix(4)
      guard let number = Int(part), index > 0 ? part.count == 2 : part.count == digits else {
        return nil
      }
      numbers.append(number)
      rest = rest.dropFirst(part.count)
    }
    text = rest
    return numbers
  }

  private static func offset(_ text: Substring) -> Int? {
    if ["z", "utc", "gmt"].contains(text.lowercased()) { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, let number = Int(digits) else { return nil }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    return sign == "-" ? -minutes : minutes
  }

  /// As a type prints it; nil where that takes more than is known here.
  func text(as type: String) -> String? {
    let clock = time ?? (0, 0, 0)
    let day = date.map { "\(padded($0.year, 4))-\(padded($0.month))-\(padded($0.day))" }
    let shown =
      "\(padded(clock.hour)):\(padded(clock.minute)):\(padded(clock.second))"
      + (fraction.isEmpty ? "" : ".\(fraction)")
    switch type {
    case "date": return day
    case "time": return shown
    case "timetz": return offset == nil || offset == 0 ? "\(shown)+00" : nil
    case "timestamp": return day.map { "\($0) \(shown)" }
    default: return inUTC(fraction)
    }
  }

  /// `timestamptz`, moved to UTC.
  private func inUTC(_ fraction: String) -> String? {
    guard let date else { return nil }
    let clock = time ?? (0, 0, 0)
    var minute = clock.hour * 60 + clock.minute - (offset ?? 0)
    var (year, month, day) = date
    if minute < 0 {
      minute += 1440
      day -= 1
      if day == 0 {
        month -= 1
        if month == 0 { (year, month) = (year - 1, 12) }
        day = Self.days(month, year)
      }
    } else if minute >= 1440 {
      minute -= 1440
      day += 1
      if day > Self.days(month, year) {
        (month, day) = (month + 1, 1)
        if month == 13 { (year, month) = (year + 1, 1) }
      }
    }
    return "\(padded(year, 4))-\(padded(month))-\(padded(day)) "
      + "\(padded(minute / 60)):\(padded(minute % 60)):\(padded(clock.second))"
      + (fraction.isEmpty ? "" : ".\(fraction)") + "+00"
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private func padded(_ number: Int, _ count: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
