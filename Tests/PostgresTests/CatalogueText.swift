import Migration

/// A structure as lines that people can compare.
struct CatalogueText {
  private(set) var lines: [String] = []

  init(_ schema: SQLSchema) {
    for type in schema.enums {
      let comment = schema.details.enumComments[type.name].map { " -- \($0)" } ?? ""
      lines.append("enum \(name(type.name)) \(type.values.joined(separator: " "))\(comment)")
    }
    for table in schema.tables {
      lines.append("table \(name(table.name))")
      let details = schema.details.tables[table.name] ?? SQLTableDetails()
      for column in table.columns { add(column, details) }
      if let key = table.primaryKey { add("primary key \(key.name)\(columns(key.columns))") }
      for index in table.indexes {
        add(
          (index.kind == .unique ? "unique" : "index") + " \(index.name) \(index.method.rawValue)"
            + columns(index.columns) + (index.predicate.map { " where \($0)" } ?? ""))
      }
      for key in table.foreignKeys {
        add(
          "foreign key \(key.name) (\(key.columns.joined(separator: ", "))) "
            + "\(name(key.referencedTable)) (\(key.referencedColumns.joined(separator: ", "))) "
            + "\(key.onDelete.rawValue) \(key.onUpdate.rawValue)")
      }
      add(details)
    }
    for view in schema.details.views {
      let words = view.definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("\(view.isMaterialized ? "materialized " : "")view \(name(view.name))  \(words)")
      for column in view.columns { add(column, SQLTableDetails()) }
      if let comment = view.comment { add("-- \(comment)") }
    }
  }

  private mutating func add(_ line: String) { lines.append("  \(line)") }

  private func name(_ name: QualifiedName) -> String { "\(name.namespace).\(name.name)" }

  private mutating func add(_ column: SQLColumn, _ details: SQLTableDetails) {
    var line = column.name
    switch column.type {
    case .native(let type): line += " \(type.description)"
    case .enumeration(let type): line += " \(name(type))"
    case .unsupported(let text): line += " unsupported \(text)"
    }
    line += " \(column.arity)"
    switch column.defaultValue {
    case .value(let value)?: line += " default \(text(of: value))"
    case .now?: line += " now"
    case .dbGenerated(let text)?: line += " default expression \(text ?? "")"
    case .sequence(let name)?: line += " sequence \(name)"
    case .uniqueRowID?: line += " row ID"
    case nil: break
    }
    if column.isAutoincrement { line += " autoincrement" }
    if let expression = details.generatedColumns[column.name] { line += " = \(expression)" }
    if let comment = details.columnComments[column.name] { line += " -- \(comment)" }
    add(line)
  }

  private func text(of value: SQLValue) -> String {
    switch value {
    case .integer(let text), .bigInteger(let text), .decimal(let text), .dateTime(let text): text
    case .boolean(let value): "\(value)"
    case .string(let text), .enumValue(let text), .json(let text): "'\(text)'"
    case .bytes(let bytes): "\(bytes)"
    case .list(let values): "[\(values.map(text).joined(separator: ", "))]"
    }
  }

  private func columns(_ columns: [SQLIndexColumn]) -> String {
    let list = columns.map { column in
      column.name + (column.sort.map { " \($0.rawValue.lowercased())" } ?? "")
        + (column.operatorClass.map { " \($0)" } ?? "")
        + (column.isDefaultOperatorClass ? " default" : "")
    }
    return " (\(list.joined(separator: ", ")))"
  }

  private mutating func add(_ details: SQLTableDetails) {
    for check in details.checks { add("check \(check.name) \(check.text)") }
    for exclusion in details.exclusions { add("exclusion \(exclusion.name) \(exclusion.text)") }
    for index in details.expressionIndexes { add("expression index \(index.name) \(index.text)") }
    for trigger in details.triggers { add("trigger \(trigger.name) \(trigger.text)") }
    for policy in details.policies { add("policy \(policy.name) \(policy.text)") }
    for name in details.deferrableConstraints { add("deferrable \(name)") }
    for order in details.nullOrders { add("null order \(order.index) \(order.column)") }
    if details.hasRowSecurity { add("row security") }
    if details.isPartitioned { add("partitioned") }
    if details.hasInheritingTables { add("inherited") }
    if let comment = details.comment { add("-- \(comment)") }
  }
}
