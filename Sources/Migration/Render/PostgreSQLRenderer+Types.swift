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
    if isCockroachDB, type.name == "CatalogSingleChar" { return "\"char\"" }
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
}
