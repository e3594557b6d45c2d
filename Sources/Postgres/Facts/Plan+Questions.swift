import Migration

extension Plan {
  /// What is to be asked of the database's rows, in the order of the steps.
  func questions() -> [FactQuestion] {
    let places = Dictionary(
      previous.tables.indices.map { (previous.tables[$0].name, $0) }, uniquingKeysWith: { $1 })
    var questions: [FactQuestion] = []
    for (index, step) in steps.enumerated() {
      switch step {
      case .dropTable(let table):
        questions.append(
          FactQuestion(
            step: index, code: .dataLoss, table: previous.tables[table], subject: .rows,
            condition: nil, provesFailure: false))
      case .alterTable(let table, let other, let changes):
        let before = previous.tables[table]
        for change in changes {
          questions += self.questions(index, change, before, next.tables[other])
        }
      case .createIndex(let table?, let other, let place, isRestored: false):
        let new = next.tables[other].indexes[place]
        // The rows of a partial index are told by an expression that nobody has checked.
        guard new.kind == .unique, new.predicate == nil else { continue }
        questions += duplicates(
          index, previous.tables[table], next.tables[other], new.columns.map(\.name))
      case .addForeignKey(let table, let place):
        guard let existing = places[next.tables[table].name] else { continue }
        questions += orphans(
          index, previous.tables[existing], next.tables[table].foreignKeys[place], places)
      case .alterEnum(let type, _, let change) where !change.removed.isEmpty:
        questions += labels(index, previous.enums[type].name, change.removed)
      default: break
      }
    }
    return questions
  }

  // MARK: Columns

  private func questions(
    _ step: Int, _ change: TableChange, _ before: SQLTable, _ after: SQLTable
  ) -> [FactQuestion] {
    func question(
      _ code: Hazard.Code, _ subject: FactQuestion.Subject, _ condition: String?, fails: Bool,
      newColumn: String? = nil
    ) -> FactQuestion {
      FactQuestion(
        step: step, code: code, table: before, subject: subject, condition: condition,
        provesFailure: fails, newColumn: newColumn)
    }
    switch change {
    case .dropColumn(let column):
      let name = before.columns[column].name
      return [question(.dataLoss, .values(name), "\(Self.column(name)) IS NOT NULL", fails: false)]
    case .addColumn(let column):
      let column = after.columns[column]
      guard column.arity == .required, column.defaultValue == nil, !column.isAutoincrement else {
        return []
      }
      return [question(.willFail, .rows, nil, fails: true, newColumn: column.name)]
    case .recreateColumn(let old, let new, _):
      let old = before.columns[old]
      let new = after.columns[new]
      let value = Self.column(old.name)
      var found = [question(.dataLoss, .values(old.name), "\(value) IS NOT NULL", fails: false)]
      if new.arity == .required, new.defaultValue == nil {
        found.append(question(.willFail, .rows, nil, fails: true, newColumn: new.name))
      }
      return found
    case .alterColumn(let old, let new, let change):
      let old = before.columns[old]
      let new = after.columns[new]
      let value = Self.column(old.name)
      var found: [FactQuestion] = []
      if old.arity == .nullable, new.arity == .required {
        found.append(question(.willFail, .nulls(old.name), "\(value) IS NULL", fails: true))
      }
      if change.type != nil, let misfit = CastCondition.misfit(value, from: old, to: new) {
        found.append(
          question(
            .willFail, .misfits(old.name, type: new.type.description), misfit, fails: true))
      }
      return found
    case .addPrimaryKey:
      let columns = after.primaryKey?.columns.map(\.name) ?? []
      let nullable = before.columns.filter { columns.contains($0.name) && $0.arity != .required }
      return duplicates(step, before, after, columns)
        + nullable.map { column in
          question(
            .willFail, .nulls(column.name), "\(Self.column(column.name)) IS NULL", fails: true)
        }
    case .dropPrimaryKey, .renamePrimaryKey: return []
    }
  }

  /// A column of the table that is asked about.
  private static func column(_ name: String) -> String { "t.\(SQLText.identifier(name))" }

  /// Whether columns are there before and after, and keep their values.
  private func areKept(_ columns: [String], _ before: SQLTable, _ after: SQLTable) -> Bool {
    columns.allSatisfy { name in
      guard let old = before.columnIndex(name), let new = after.columnIndex(name) else {
        return false
      }
      return before.columns[old].type == after.columns[new].type
    }
  }

  private func duplicates(
    _ step: Int, _ before: SQLTable, _ after: SQLTable, _ columns: [String]
  ) -> [FactQuestion] {
    guard !columns.isEmpty, areKept(columns, before, after) else { return [] }
    let filled = columns.map { "\(Self.column($0)) IS NOT NULL" }.joined(separator: " AND ")
    return [
      FactQuestion(
        step: step, code: .willFail, table: before, subject: .duplicates(columns),
        condition: filled, provesFailure: true)
    ]
  }

  // MARK: Foreign keys

  private func orphans(
    _ step: Int, _ table: SQLTable, _ key: SQLForeignKey, _ places: [QualifiedName: Int]
  ) -> [FactQuestion] {
    guard key.columns.allSatisfy({ table.columnIndex($0) != nil }) else { return [] }
    var conditions = key.columns.map { "\(Self.column($0)) IS NOT NULL" }
    // In a table that does not exist yet there is nothing to refer to.
    if let target = places[key.referencedTable] {
      let target = previous.tables[target]
      guard key.referencedColumns.allSatisfy({ target.columnIndex($0) != nil }) else { return [] }
      let name = SQLText.identifier(target.name.namespace, target.name.name)
      let pairs = zip(key.columns, key.referencedColumns).map { column, other in
        "r.\(SQLText.identifier(other)) = \(Self.column(column))"
      }
      conditions.append(
        "NOT EXISTS (SELECT FROM \(name) AS r WHERE \(pairs.joined(separator: " AND ")))")
    }
    return [
      FactQuestion(
        step: step, code: .willFail, table: table,
        subject: .orphans(key.columns, target: key.referencedTable),
        condition: conditions.joined(separator: " AND "), provesFailure: true)
    ]
  }

  // MARK: Enums

  private func labels(
    _ step: Int, _ type: QualifiedName, _ removed: [String]
  ) -> [FactQuestion] {
    let list = removed.map { SQLText.literal($0) }.joined(separator: ", ")
    return previous.tables.flatMap { table in
      table.columns.filter { $0.type.enumeration == type }.map { column in
        let value = Self.column(column.name)
        return FactQuestion(
          step: step, code: .willFail, table: table,
          subject: .labels(column.name, enumeration: type.name),
          condition: column.arity == .list
            ? "\(value)::text[] && ARRAY[\(list)]" : "\(value)::text IN (\(list))",
          provesFailure: true)
      }
    }
  }
}
