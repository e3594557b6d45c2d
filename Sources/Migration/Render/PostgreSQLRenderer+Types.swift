extension PostgreSQLRenderer {
  /// The type of a column with `[]` for a list.
  func type(of column: SQLColumn) -> String {
    let base: String
    switch column.type {
    case .enumeration(let type): base = name(type)
    case .unsupported(let text): base = text
    case .native(let type):
      base = (column.isAutoincrement ? Self.serials[type.name] : nil) ?? text(of: type)
    }
    return column.arity == .list ? base + "[]" : base
  }

  private func text(of type: SQLNativeType) -> String {
    if !type.isKnown { return "\(type.name)(\(type.arguments.joined(separator: ", ")))" }
    let name = Self.typeNames[type.name] ?? type.name.uppercased()
    return type.arguments.isEmpty ? name : "\(name)(\(type.arguments.joined(separator: ",")))"
  }

  private static let serials = [
    "Integer": "SERIAL", "BigInt": "BIGSERIAL", "SmallInt": "SMALLSERIAL",
  ]

  /// The names of types that are not just the schema language's in capitals.
  private static let typeNames = ["DoublePrecision": "DOUBLE PRECISION"]

  // MARK: Defaults

  /// What stands behind `DEFAULT`, nil when nothing does.
  func defaultText(of column: SQLColumn) -> String? {
    switch column.defaultValue {
    case .value(let value): text(of: value, type: type(of: column))
    case .now: "CURRENT_TIMESTAMP"
    case .dbGenerated(let expression): expression
    case .uniqueRowID: "unique_rowid()"
    case .sequence, nil: nil
    }
  }

  private func text(of value: SQLValue, type: String) -> String {
    switch value {
    case .integer(let digits), .bigInteger(let digits), .decimal(let digits): digits
    case .boolean(let value): value ? "true" : "false"
    case .string(let text), .enumValue(let text), .json(let text): literal(text)
    case .dateTime(let text): literal(TimestampLiteral.sql(of: text))
    case .bytes(let bytes): "'\\x\(hexadecimal(bytes))'"
    case .list(let elements):
      "ARRAY[\(elements.map { text(of: $0, type: type) }.joined(separator: ", "))]::\(type)"
    }
  }

  /// A text between single quotes, those in it doubled.
  private func literal(_ text: String) -> String {
    "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }
}

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
