import SchemaModel

extension PostgreSQLRenderer {
  /// The type of a column with `[]` for a list.
  func type(of column: SQLColumn) -> String {
    var writer = SQLWriter(capacity: 32)
    appendType(of: column, to: &writer)
    return writer.text
  }

  /// Appends ``type(of:)``.
  func appendType(of column: SQLColumn, to writer: inout SQLWriter) {
    switch column.type {
    case .enumeration(let type): writer.append(name(type))
    case .unsupported(let written): writer.append(written)
    case .native(let type):
      if column.isAutoincrement, let serial = Self.serials[type.name] {
        writer.append(serial)
      } else {
        append(type, to: &writer)
      }
    }
    if column.arity == .list { writer.write("[]") }
  }

  private func append(_ type: SQLNativeType, to writer: inout SQLWriter) {
    if !type.isKnown {
      writer.append("\(type.name)(\(type.arguments.joined(separator: ", ")))")
      return
    }
    writer.append(Self.typeNames[type.name] ?? type.name.uppercased())
    if !type.arguments.isEmpty { writer.append("(\(type.arguments.joined(separator: ",")))") }
  }

  private static let serials = [
    "Integer": "SERIAL", "BigInt": "BIGSERIAL", "SmallInt": "SMALLSERIAL",
  ]

  /// The names of types: most are the schema language's in capitals.
  private static let typeNames: [String: String] = {
    var names: [String: String] = [:]
    for connector in [Connector.postgresql, .cockroachdb] {
      for type in connector.nativeTypes { names[type.name] = type.name.uppercased() }
    }
    names["DoublePrecision"] = "DOUBLE PRECISION"
    names["CatalogSingleChar"] = "\"char\""
    return names
  }()

  // MARK: Defaults

  /// What stands behind `DEFAULT`, nil when nothing does.
  func defaultText(of column: SQLColumn) -> String? {
    switch column.defaultValue {
    case .value(let value): text(of: value, in: column)
    case .now: "CURRENT_TIMESTAMP"
    case .dbGenerated(let expression): expression
    case .uniqueRowID: "unique_rowid()"
    case .sequence, nil: nil
    }
  }

  private func text(of value: SQLValue, in column: SQLColumn) -> String {
    switch value {
    case .integer(let digits), .bigInteger(let digits), .decimal(let digits): digits
    case .boolean(let value): value ? "true" : "false"
    case .string(let text), .enumValue(let text), .json(let text): literal(text)
    case .dateTime(let text): literal(TimestampLiteral.sql(of: text))
    case .bytes(let bytes): "'\\x\(hexadecimal(bytes))'"
    case .list(let elements):
      "ARRAY[\(elements.map { text(of: $0, in: column) }.joined(separator: ", "))]::"
        + type(of: column)
    }
  }
}
