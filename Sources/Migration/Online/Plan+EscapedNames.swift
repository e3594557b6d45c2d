/// Names with quotes in them: Prisma does not double these, and its scripts fail. So that the online plan does
/// not, it is made of names that have them doubled already.
extension Plan {
  /// The same plan with all quotes in names doubled, nil where there are none.
  var escapingNames: Plan? {
    if !previous.hasQuotesInNames, !next.hasQuotesInNames { return nil }
    let renames = self.renames.map { rename in
      rename.column.map {
        SQLRename(
          table: rename.table.escaped, column: $0.doublingQuotes,
          to: rename.newName.doublingQuotes)
      } ?? SQLRename(table: rename.table.escaped, to: rename.newName.doublingQuotes)
    }
    return Plan(from: original.escapingNames, to: next.escapingNames, renames: renames)
  }
}

extension ScriptPart {
  /// With the names of tables as people know them, in all but the SQL.
  var unescapingNames: ScriptPart {
    var part = self
    part.statements = statements.map { statement in
      var statement = statement
      statement.actions = statement.actions.map {
        StatementAction(
          $0.kind, $0.table?.unitingQuotes, other: $0.other?.unitingQuotes)
      }
      statement.hazards = statement.hazards.map {
        Hazard(code: $0.code, message: $0.message.unitingQuotes)
      }
      return statement
    }
    return part
  }
}

extension SQLSchema {
  fileprivate var hasQuotesInNames: Bool {
    namespaces.contains(where: \.hasQuote) || enums.contains { $0.name.name.hasQuote }
      || (extensions ?? []).contains { $0.name.hasQuote }
      || tables.contains { table in
        table.name.name.hasQuote || table.columns.contains { $0.name.hasQuote }
          || table.primaryKey?.name.hasQuote == true || table.indexes.contains { $0.name.hasQuote }
          || table.foreignKeys.contains { $0.name.hasQuote }
      }
  }

  fileprivate var escapingNames: SQLSchema {
    var schema = self
    schema.namespaces = namespaces.map(\.doublingQuotes)
    for place in enums.indices { schema.enums[place].name = enums[place].name.escaped }
    schema.extensions = extensions?.map { entry in
      SQLExtension(
        name: entry.name.doublingQuotes, schema: entry.schema?.doublingQuotes,
        version: entry.version, isRelocatable: entry.isRelocatable)
    }
    schema.tables = tables.map(\.escapingNames)
    schema.details.tables = Dictionary(
      details.tables.map { ($0.key.escaped, $0.value) }, uniquingKeysWith: { $1 })
    return schema
  }
}

extension SQLTable {
  fileprivate var escapingNames: SQLTable {
    var table = self
    table.name = name.escaped
    for place in columns.indices {
      table.columns[place].name = columns[place].name.doublingQuotes
      if case .enumeration(let type) = columns[place].type {
        table.columns[place].type = .enumeration(type.escaped)
      }
      if case .sequence(let name)? = columns[place].defaultValue {
        table.columns[place].defaultValue = .sequence(name.doublingQuotes)
      }
    }
    if let key = primaryKey {
      table.primaryKey = SQLPrimaryKey(
        name: key.name.doublingQuotes, columns: key.columns.map(\.escaped))
    }
    for place in indexes.indices {
      table.indexes[place].name = indexes[place].name.doublingQuotes
      table.indexes[place].columns = indexes[place].columns.map(\.escaped)
    }
    table.foreignKeys = foreignKeys.map { key in
      SQLForeignKey(
        name: key.name.doublingQuotes, columns: key.columns.map(\.doublingQuotes),
        referencedTable: key.referencedTable.escaped,
        referencedColumns: key.referencedColumns.map(\.doublingQuotes), onDelete: key.onDelete,
        onUpdate: key.onUpdate)
    }
    return table
  }
}

extension SQLIndexColumn {
  fileprivate var escaped: SQLIndexColumn {
    var column = self
    column.name = name.doublingQuotes
    return column
  }
}

extension QualifiedName {
  fileprivate var escaped: QualifiedName {
    QualifiedName(
      namespace: namespace.doublingQuotes, name: name.doublingQuotes, isExplicit: isExplicit)
  }
}

extension String {
  fileprivate var hasQuote: Bool { utf8.contains(UInt8(ascii: "\"")) }
  fileprivate var doublingQuotes: String { hasQuote ? replacing("\"", with: "\"\"") : self }
  fileprivate var unitingQuotes: String { hasQuote ? replacing("\"\"", with: "\"") : self }
}
