import Migration

extension Catalogue {
  /// The structure for comparing: what reading a database gives after the same scripts. Without the
  /// extensions, which the reference doesn't look at in replayed migrations.
  ///
  /// - Parameter namespaces: the schemas that are read; empty for the default one.
  func schema(namespaces wanted: [String]) -> SQLSchema {
    var result = SQLSchema(
      dialect: .postgresql, origin: .database, defaultNamespace: defaultNamespace)
    let read = wanted.isEmpty ? [defaultNamespace] : wanted
    result.namespaces = namespaces.intersection(read).sorted { precedes($0, $1) }
    let isRead = Set(read)
    for type in types.values where isRead.contains(type.name.namespace) {
      if case .enumeration(let labels) = type.kind {
        result.enums.append(SQLEnum(name: type.name, values: labels))
      }
    }
    result.enums.sort { precedes($0.name, $1.name) }
    let shown = tables.values.filter { !$0.isPartition && isRead.contains($0.name.namespace) }
      .sorted { precedes($0.name, $1.name) }
    for table in shown {
      result.tables.append(sqlTable(table))
      if let details = details(of: table) { result.details.tables[table.name] = details }
    }
    for number in Set(tables.values.filter { !$0.isPartition }.flatMap(\.parents)) {
      if let name = tables[number]?.name, isRead.contains(name.namespace) {
        result.details.tables[name, default: SQLTableDetails()].hasInheritingTables = true
      }
    }
    result.details.views = views.values.filter { isRead.contains($0.name.namespace) }
      .sorted { precedes($0.name, $1.name) }
    return result
  }

  private func sqlTable(_ table: CatalogueTable) -> SQLTable {
    var result = SQLTable(name: table.name)
    result.columns = table.columns.map { sqlColumn($0, of: table) }
    for index in table.indexes.sorted(by: { precedes($0.name, $1.name) }) {
      guard index.constraint != .exclusion, let columns = indexColumns(index, of: table) else {
        continue
      }
      if index.constraint == .primaryKey {
        result.primaryKey = SQLPrimaryKey(name: index.name, columns: columns)
      } else {
        result.indexes.append(
          SQLIndex(
            name: index.name, kind: index.isUnique ? .unique : .normal, columns: columns,
            method: SQLIndex.Method(rawValue: index.method.uppercased()) ?? .bTree,
            predicate: index.predicate?.rendered(in: self, table: table)))
      }
    }
    for key in table.foreignKeys.sorted(by: { precedes($0.name, $1.name) }) {
      guard let other = tables[key.referencedTable] else { continue }
      result.foreignKeys.append(
        SQLForeignKey(
          name: key.name, columns: key.columns.compactMap { table.column($0)?.name },
          referencedTable: other.name,
          referencedColumns: key.referencedColumns.compactMap { other.column($0)?.name },
          onDelete: key.onDelete, onUpdate: key.onUpdate))
    }
    return result
  }

  private func sqlColumn(_ column: CatalogueColumn, of table: CatalogueTable) -> SQLColumn {
    let type = sqlType(column.type)
    var result = SQLColumn(
      name: column.name, type: type,
      arity: column.type.isArray ? .list : column.isRequired ? .required : .nullable)
    result.isAutoincrement = column.isIdentity
    if let text = column.defaultValue {
      if text.parts.isEmpty {
        result.defaultValue = .dbGenerated(nil)
      } else {
        result.defaultValue = SQLDefault(
          catalogueText: text.rendered(in: self, table: table), type: type,
          isList: column.type.isArray)
      }
    }
    if case .sequence? = result.defaultValue { result.isAutoincrement = true }
    return result
  }

  /// The columns of an index with those that it carries along; nil when one of them is an expression.
  private func indexColumns(_ index: CatalogueIndex, of table: CatalogueTable) -> [SQLIndexColumn]?
  {
    var columns: [SQLIndexColumn] = []
    for entry in index.entries {
      guard case .column(let number) = entry.value, let column = table.column(number) else {
        return nil
      }
      var result = SQLIndexColumn(name: column.name)
      // Only B-trees have an order; their operator classes the reference doesn't look at.
      if index.method == "btree" {
        result.sort = entry.isDescending ? .descending : .ascending
      } else {
        let usual = OperatorClasses.usual(
          of: column.type, sqlType(column.type), method: index.method)
        result.operatorClass = entry.operatorClass ?? usual
        result.isDefaultOperatorClass = result.operatorClass == usual
      }
      columns.append(result)
    }
    for number in index.included {
      if let column = table.column(number) {
        columns.append(
          SQLIndexColumn(name: column.name, sort: index.method == "btree" ? .ascending : nil))
      }
    }
    return columns
  }

  /// What a table has besides its structure, nil where there is nothing.
  func details(of table: CatalogueTable) -> SQLTableDetails? {
    var details = SQLTableDetails()
    details.comment = table.comment
    details.isPartitioned = table.isPartitioned
    details.hasRowSecurity = table.hasRowSecurity
    for column in table.columns {
      if let comment = column.comment { details.columnComments[column.name] = comment }
      if let text = column.generation {
        details.generatedColumns[column.name] = text.rendered(in: self, table: table)
      }
    }
    for check in table.checks.sorted(by: { precedes($0.name, $1.name) }) {
      let condition = check.condition.rendered(in: self, table: table)
      details.checks.append(SQLDefinition(name: check.name, text: "CHECK (\(condition))"))
    }
    for index in table.indexes.sorted(by: { precedes($0.name, $1.name) }) {
      if index.constraint == .exclusion {
        let text = "EXCLUDE \(shape(of: index, table))"
        details.exclusions.append(SQLDefinition(name: index.name, text: text))
      } else if index.keyColumns == nil {
        let text =
          "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(quotedName(index.name)) ON "
          + "\(quotedName(table.name.namespace)).\(quotedName(table.name.name)) "
          + shape(of: index, table)
        details.expressionIndexes.append(SQLDefinition(name: index.name, text: text))
      }
      for entry in index.entries where entry.hasOwnNullOrder {
        if case .column(let number) = entry.value, let column = table.column(number) {
          details.nullOrders.append(SQLNullOrder(index: index.name, column: column.name))
        }
      }
      if index.isDeferrable { details.deferrableConstraints.append(index.name) }
    }
    details.deferrableConstraints += table.foreignKeys.filter(\.isDeferrable).map(\.name)
    details.deferrableConstraints.sort { precedes($0, $1) }
    details.triggers = definitions(table.triggers)
    details.policies = definitions(table.policies)
    let hasSome =
      details.comment != nil || details.isPartitioned || details.hasRowSecurity
      || !details.columnComments.isEmpty || !details.checks.isEmpty || !details.exclusions.isEmpty
      || !details.expressionIndexes.isEmpty || !details.triggers.isEmpty
      || !details.policies.isEmpty || !details.deferrableConstraints.isEmpty
      || !details.nullOrders.isEmpty || !details.generatedColumns.isEmpty
    return hasSome ? details : nil
  }

  /// `USING btree (lower(name)) WHERE (a > 0)`
  private func shape(of index: CatalogueIndex, _ table: CatalogueTable) -> String {
    let entries = index.entries.map { entry in
      let text =
        switch entry.value {
        case .column(let number): quotedName(table.column(number)?.name ?? "?")
        case .expression(let text): text.rendered(in: self, table: table)
        }
      return text + (entry.operatorClass.map { " \($0)" } ?? "")
        + (entry.isDescending ? " DESC" : "")
    }
    let predicate = index.predicate.map { " WHERE \($0.rendered(in: self, table: table))" } ?? ""
    return "USING \(index.method) (\(entries.joined(separator: ", ")))\(predicate)"
  }

  private func definitions(_ named: [String: String]) -> [SQLDefinition] {
    named.map { SQLDefinition(name: $0.key, text: $0.value) }.sorted { precedes($0.name, $1.name) }
  }
}

/// Byte order, that of the collation "C".
private func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// Byte order of the schema, then of the name.
private func precedes(_ left: QualifiedName, _ right: QualifiedName) -> Bool {
  left.namespace == right.namespace
    ? precedes(left.name, right.name) : precedes(left.namespace, right.namespace)
}
