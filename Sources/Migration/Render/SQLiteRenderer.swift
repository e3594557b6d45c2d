import SchemaModel

/// Writes steps in the SQL of SQLite, byte for byte as Prisma does, also where that is wrong.
///
/// Source: https://www.sqlite.org/lang_altertable.html#otheralter
struct SQLiteRenderer: SQLRenderer {
  let plan: Plan

  private var previous: SQLSchema { plan.previous }
  private var next: SQLSchema { plan.next }

  /// The statements of a step, without semicolons; none for what SQLite has not, such as enums.
  func statements(of step: Step) -> [String] {
    switch step {
    case .rename(let rename): return [rename.statement(on: quoted(rename.table.name))]
    case .dropIndex(let table, let index):
      return [dropIndex(previous.tables[table].indexes[index])]
    case .alterTable(let table, let other, let changes):
      return changes.compactMap { change in
        guard case .addColumn(let column) = change else { return nil }
        return "ALTER TABLE \(quoted(previous.tables[table].name.name)) ADD COLUMN "
          + definition(of: next.tables[other].columns[column], isKey: false)
      }
    case .dropTable(let table):
      return [
        "PRAGMA foreign_keys=off", "DROP TABLE \(quoted(previous.tables[table].name.name))",
        "PRAGMA foreign_keys=on",
      ]
    case .createTable(let table):
      return [createTable(next.tables[table], as: next.tables[table].name.name)]
    case .redefineTables(let tables):
      return ["PRAGMA defer_foreign_keys=ON", "PRAGMA foreign_keys=OFF"]
        + tables.flatMap { redefine(previous.tables[$0.previous], next.tables[$0.next]) }
        + ["PRAGMA foreign_keys=ON", "PRAGMA defer_foreign_keys=OFF"]
    case .createIndex(_, let table, let index, _):
      return [createIndex(next.tables[table].indexes[index], on: next.tables[table])]
    case .redefineIndex(let table, let index, let other, let place):
      return [
        dropIndex(previous.tables[table].indexes[index]),
        createIndex(next.tables[other].indexes[place], on: next.tables[other]),
      ]
    case .createSchema, .dropExtension, .createExtension, .alterExtension, .createEnum, .alterEnum,
      .dropEnum, .alterSequence, .alterPrimaryKey, .dropForeignKey, .addForeignKey,
      .renameForeignKey, .renameIndex:
      return []
    }
  }

  // MARK: Tables

  private func createTable(_ table: SQLTable, as name: String) -> String {
    let key = table.primaryKey?.columns ?? []
    let single = key.count == 1 ? key.first?.name : nil
    var text = "CREATE TABLE \(quoted(name)) (\n    "
    text += table.columns.map { definition(of: $0, isKey: $0.name == single) }
      .joined(separator: ",\n    ")
    if key.count > 1 {
      text += ",\n\n    PRIMARY KEY (\(list(key.map(\.name))))"
    }
    for key in table.foreignKeys {
      text +=
        ",\n    CONSTRAINT \(quoted(key.name)) FOREIGN KEY (\(list(key.columns))) REFERENCES "
        + "\(quoted(key.referencedTable.name)) (\(list(key.referencedColumns))) "
      text += key.actions
    }
    return text + "\n)"
  }

  /// A column as it is defined.
  ///
  /// - Parameter isKey: whether it is the primary key, alone.
  private func definition(of column: SQLColumn, isKey: Bool) -> String {
    let type = type(of: column)
    var text = "\(quoted(column.name)) \(type)"
    if column.arity == .required { text += " NOT NULL" }
    if isKey { text += type == "INTEGER" ? " PRIMARY KEY AUTOINCREMENT" : " PRIMARY KEY" }
    if let value = defaultText(of: column) { text += " DEFAULT \(value)" }
    return text
  }

  /// Makes a table anew under another name, copies the rows, and gives it the name of the old one.
  private func redefine(_ before: SQLTable, _ after: SQLTable) -> [String] {
    let temporary = "new_\(after.name.name)"
    var statements = [createTable(after, as: temporary)]
    let names = before.columnNames(in: after)
    if !names.isEmpty {
      let values = copiedValues(names, from: before, to: after)
      statements.append(
        "INSERT INTO \(quoted(temporary)) (\(list(names))) SELECT \(values.joined(separator: ", ")) "
          + "FROM \(quoted(before.name.name))")
    }
    statements.append("DROP TABLE \(quoted(before.name.name))")
    statements.append("ALTER TABLE \(quoted(temporary)) RENAME TO \(quoted(after.name.name))")
    return statements + after.indexes.map { createIndex($0, on: after) }
  }

  /// What columns are filled with: where one becomes required, its default stands for missing values.
  private func copiedValues(
    _ names: [String], from before: SQLTable, to after: SQLTable
  ) -> [String] {
    let nullable = Set(before.columns.filter { $0.arity == .nullable }.map(\.name))
    var defaults: [String: String] = [:]
    for column in after.columns where column.arity == .required && nullable.contains(column.name) {
      defaults[column.name] = defaultText(of: column)
    }
    return names.map { name in
      defaults[name].map { "coalesce(\(quoted(name)), \($0)) AS \(quoted(name))" } ?? quoted(name)
    }
  }

  // MARK: Indexes

  private func createIndex(_ index: SQLIndex, on table: SQLTable) -> String {
    index.definition(on: quoted(table.name.name))
  }

  private func dropIndex(_ index: SQLIndex) -> String { "DROP INDEX \(quoted(index.name))" }

  private func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

  // MARK: Types and defaults

  private func type(of column: SQLColumn) -> String {
    switch column.type {
    case .unsupported(let text): text
    case .enumeration: "TEXT"
    case .native(let type):
      ScalarType.allCases.first { $0.name == type.name }?.sqliteType ?? "TEXT"
    }
  }

  /// What stands behind `DEFAULT`, nil when nothing does.
  private func defaultText(of column: SQLColumn) -> String? {
    switch column.defaultValue {
    case .value(let value): text(of: value)
    case .now: "CURRENT_TIMESTAMP"
    case .dbGenerated(let expression): expression
    case .sequence, .uniqueRowID, nil: nil
    }
  }

  private func text(of value: SQLValue) -> String {
    switch value {
    case .integer(let digits), .bigInteger(let digits), .decimal(let digits): digits
    case .boolean(let value): value ? "true" : "false"
    case .string(let text), .enumValue(let text): literal(text)
    case .json(let text): text
    case .dateTime(let text): literal(TimestampLiteral.sql(of: text))
    case .bytes(let bytes): "'\(hexadecimal(bytes))'"
    case .list(let elements): "[\(elements.map(text).joined(separator: ", "))]"
    }
  }
}

extension ScalarType {
  /// What SQLite calls the column of a field of this type.
  public var sqliteType: String {
    switch self {
    case .int: "INTEGER"
    case .bigInt: "BIGINT"
    case .float: "REAL"
    case .decimal: "DECIMAL"
    case .dateTime: "DATETIME"
    case .boolean: "BOOLEAN"
    case .bytes: "BLOB"
    case .json: "JSONB"
    case .string: "TEXT"
    }
  }
}
