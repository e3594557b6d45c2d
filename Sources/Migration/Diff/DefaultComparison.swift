/// Whether two defaults are the same, as far as can be told: a database gives many back in another form.
enum DefaultComparison {
  static func isSame(_ old: SQLColumn, _ new: SQLColumn) -> Bool {
    if isListBesideExpression(old, new) { return true }
    switch (old.defaultValue, new.defaultValue) {
    case (.value(.list(let left))?, .value(.list(let right))?):
      return left.count == right.count
        && zip(left, right).allSatisfy { isSameElement($0, $1) }
    case (.value(let left)?, .value(let right)?):
      return isSameValue(left, right)
    case (.value(.dateTime)?, .some), (.some, .value(.dateTime)?): return true
    case (_, .dbGenerated(nil)?): return true
    case (.now?, .now?), (nil, nil): return true
    case (.sequence?, nil): return true
    case (.uniqueRowID?, .uniqueRowID?): return true
    case (_, .sequence?): return true
    case (.dbGenerated(let left)?, .dbGenerated(let right?)?):
      return left.map { $0.lowercasedInASCII == right.lowercasedInASCII } ?? false
    default: return false
    }
  }

  /// A database gives the list of times back as an expression.
  private static func isListBesideExpression(_ old: SQLColumn, _ new: SQLColumn) -> Bool {
    guard isDateTime(old) || isDateTime(new) else { return false }
    switch (old.defaultValue, new.defaultValue) {
    case (.dbGenerated?, .value(.list)?), (.value(.list)?, .dbGenerated?): return true
    default: return false
    }
  }

  private static func isDateTime(_ column: SQLColumn) -> Bool {
    switch column.type.native?.name {
    case "Timestamp", "Timestamptz", "Date", "Time", "Timetz": true
    default: false
    }
  }

  private static func isSameElement(_ left: SQLValue, _ right: SQLValue) -> Bool {
    switch (left, right) {
    case (.enumValue(let text), .bytes(let bytes)), (.bytes(let bytes), .enumValue(let text)):
      return text == "\\x" + hexadecimal(bytes)
    default: return isSameValue(left, right)
    }
  }

  private static func isSameValue(_ left: SQLValue, _ right: SQLValue) -> Bool {
    switch (left, right) {
    case (.dateTime, _), (_, .dateTime): return true
    case (.json(let left), .json(let right)), (.json(let left), .string(let right)),
      (.string(let left), .json(let right)):
      guard let left = JSONText(left), let right = JSONText(right) else { return true }
      return left == right
    case (.integer(let left), .bigInteger(let right)), (.bigInteger(let left), .integer(let right)):
      return left == right
    case (.string, .string), (.enumValue, .enumValue), (.string, .enumValue), (.enumValue, .string):
      return left.text == right.text
    case (.decimal(let left), .decimal(let right)): return isSameDecimal(left, right)
    default: return left == right
    }
  }

  /// Whether two numbers have the same value: `1.50` is `1.5`.
  private static func isSameDecimal(_ left: String, _ right: String) -> Bool {
    left == right || normalized(left) == normalized(right)
  }

  private static func normalized(_ number: String) -> String {
    var digits = number
    if digits.contains("."), !digits.contains("e"), !digits.contains("E") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return digits == "-0" ? "0" : digits
  }
}

/// Bytes in lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
  var result = ""
  result.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    for digit in [byte >> 4, byte & 15] {
      result.unicodeScalars.append(
        Unicode.Scalar(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10))
    }
  }
  return result
}

extension String {
  /// With the capitals of ASCII made small, and nothing else.
  var lowercasedInASCII: String {
    String(
      decoding: utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 },
      as: UTF8.self)
  }
}
