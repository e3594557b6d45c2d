/// A table or column that gets another name, where a comparison by names would drop it and make another.
public struct SQLRename: Hashable, Sendable {
  /// The table, by its name before.
  public let table: QualifiedName
  /// The column, nil for the table itself.
  public let column: String?
  /// The new name.
  public let newName: String

  public init(table: QualifiedName, column: String? = nil, to newName: String) {
    self.table = table
    self.column = column
    self.newName = newName
  }

  /// How `--rename` names it: `User.name=surname`, `User=Person`, with the database schema before it
  /// where that is not `namespace`; nil where a name has one of the signs between.
  public func argument(defaultNamespace namespace: String) -> String? {
    let parts = [table.namespace == namespace ? "" : table.namespace, table.name, column ?? ""]
      .filter { !$0.isEmpty }
    let names = parts + [newName]
    if names.contains(where: { $0.contains(".") || $0.contains("=") }) { return nil }
    return parts.joined(separator: ".") + "=" + newName
  }

  /// Those that lead from one structure to another: what has the old name is gone there, and what has
  /// the new one was not there before. Columns come first, so that all go by the names before.
  public static func applicable(
    _ renames: [SQLRename], from previous: SQLSchema, to next: SQLSchema
  ) -> [SQLRename] {
    func table(_ name: QualifiedName, in schema: SQLSchema) -> SQLTable? {
      schema.tables.first { $0.name == name }
    }
    var tables: [SQLRename] = []
    for rename in renames where rename.column == nil {
      let new = rename.table.with(name: rename.newName)
      if tables.contains(where: { $0.table == rename.table || $0.newTable == new }) { continue }
      if table(rename.table, in: previous) != nil, table(new, in: previous) == nil,
        table(rename.table, in: next) == nil, table(new, in: next) != nil
      {
        tables.append(rename)
      }
    }
    var columns: [SQLRename] = []
    for rename in renames {
      let new = tables.first { $0.table == rename.table }?.newTable ?? rename.table
      guard let column = rename.column, let before = table(rename.table, in: previous),
        let after = table(new, in: next), before.columnIndex(column) != nil,
        after.columnIndex(column) == nil, before.columnIndex(rename.newName) == nil,
        after.columnIndex(rename.newName) != nil
      else { continue }
      let isTaken = columns.contains { other in
        other.table == rename.table
          && (other.column == column || other.newName == rename.newName)
      }
      if !isTaken { columns.append(rename) }
    }
    return columns + tables
  }

  /// The table's name behind the change.
  public var newTable: QualifiedName { column == nil ? table.with(name: newName) : table }

  /// The way back of several, made one after the other.
  static func reversed(_ renames: [SQLRename]) -> [SQLRename] {
    renames.reversed().map { rename in
      guard let column = rename.column else {
        return SQLRename(table: rename.table.with(name: rename.newName), to: rename.table.name)
      }
      return SQLRename(table: rename.table, column: rename.newName, to: column)
    }
  }
}

extension SQLSchema {
  /// The structure with other names; what is not there is left alone.
  public func renamed(_ renames: [SQLRename]) -> SQLSchema {
    var copy = self
    for rename in renames { copy.apply(rename) }
    return copy
  }

  private mutating func apply(_ rename: SQLRename) {
    guard let place = tables.firstIndex(where: { $0.name == rename.table }) else { return }
    guard let column = rename.column else {
      let new = rename.table.with(name: rename.newName)
      tables[place].name = new
      forEachForeignKey { key in
        if key.referencedTable == rename.table { key.referencedTable = new }
      }
      details.tables[new] = details.tables.removeValue(forKey: rename.table)
      return
    }
    func renamed(_ name: String) -> String { name == column ? rename.newName : name }
    func renamed(_ columns: [SQLIndexColumn]) -> [SQLIndexColumn] {
      columns.map { column in
        var column = column
        column.name = renamed(column.name)
        return column
      }
    }
    for index in tables[place].columns.indices {
      tables[place].columns[index].name = renamed(tables[place].columns[index].name)
    }
    if let key = tables[place].primaryKey {
      tables[place].primaryKey?.columns = renamed(key.columns)
    }
    for index in tables[place].indexes.indices {
      tables[place].indexes[index].columns = renamed(tables[place].indexes[index].columns)
    }
    for index in tables[place].foreignKeys.indices {
      tables[place].foreignKeys[index].columns = tables[place].foreignKeys[index].columns
        .map(renamed)
    }
    forEachForeignKey { key in
      if key.referencedTable == rename.table {
        key.referencedColumns = key.referencedColumns.map(renamed)
      }
    }
  }

  private mutating func forEachForeignKey(_ change: (inout SQLForeignKey) -> Void) {
    for table in tables.indices {
      for key in tables[table].foreignKeys.indices { change(&tables[table].foreignKeys[key]) }
    }
  }
}

extension Plan {
  /// The names by which the database has a table and one of its columns before the plan's renames.
  public func originalNames(
    _ table: QualifiedName, _ column: String
  ) -> (table: QualifiedName, column: String) {
    var (table, column) = (table, column)
    for rename in renames.reversed() {
      if let old = rename.column {
        if rename.table == table, rename.newName == column { column = old }
      } else if rename.table.with(name: rename.newName) == table {
        table = rename.table
      }
    }
    return (table, column)
  }
}
