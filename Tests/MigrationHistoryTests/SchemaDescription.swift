import Migration

/// A structure in lines, each of which says all about one object: for comparing two of them.
func description(of schema: SQLSchema) -> [String] {
  var lines: [String] = []
  for type in schema.enums {
    lines.append("enum \(text(type.name)): \(type.values.joined(separator: " "))")
  }
  for table in schema.tables {
    let name = text(table.name)
    lines.append("table \(name)")
    for column in table.columns {
      var line = "\(name).\(column.name): \(text(column.type)) \(column.arity)"
      if column.isAutoincrement { line += " autoincrement" }
      if let value = column.defaultValue { line += " = \(text(value))" }
      lines.append(line)
    }
    if let key = table.primaryKey { lines.append("\(name) key \(key.name) (\(text(key.columns)))") }
    for index in table.indexes {
      let predicate = index.predicate.map { " where \($0)" } ?? ""
      lines.append(
        "\(name) \(index.kind) \(index.name) \(index.method.rawValue) (\(text(index.columns)))"
          + predicate)
    }
    for key in table.foreignKeys {
      lines.append(
        "\(name) foreign key \(key.name) (\(key.columns.joined(separator: ", "))) -> "
          + "\(text(key.referencedTable))(\(key.referencedColumns.joined(separator: ", "))) "
          + "\(key.onDelete.rawValue), \(key.onUpdate.rawValue)")
    }
  }
  return lines
}

private func text(_ name: QualifiedName) -> String {
  name.namespace == "public" ? name.name : "\(name.namespace).\(name.name)"
}

private func text(_ type: SQLType) -> String {
  switch type {
  case .native(let native): native.description
  case .enumeration(let name): text(name)
  case .unsupported(let text): "Unsupported(\(text))"
  }
}

private func text(_ columns: [SQLIndexColumn]) -> String {
  columns.map { column in
    column.name + (column.sort == .descending ? " DESC" : "")
      + (column.operatorClass.map { " \($0)" } ?? "")
      + (column.isDefaultOperatorClass ? "!" : "")
  }.joined(separator: ", ")
}

private func text(_ value: SQLDefault) -> String {
  switch value {
  case .value(let value): text(value)
  case .now: "now"
  case .dbGenerated(let text): "expression \(text ?? "?")"
  case .sequence(let name): "sequence \(name)"
  case .uniqueRowID: "row"
  }
}

private func text(_ value: SQLValue) -> String {
  switch value {
  case .integer(let digits), .bigInteger(let digits), .decimal(let digits): digits
  case .boolean(let value): "\(value)"
  case .string(let text): "'\(text)'"
  case .enumValue(let label): "label \(label)"
  case .json(let text): "json \(text)"
  case .dateTime(let text): "time \(text)"
  case .bytes(let bytes): "bytes \(bytes)"
  case .list(let values): "[\(values.map { text($0) }.joined(separator: ", "))]"
  }
}
