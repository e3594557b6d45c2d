/// Compares a table with itself in another structure.
struct TableDiff {
  let previousIndex: Int
  let nextIndex: Int
  let before: SQLTable
  let after: SQLTable
  private let dialect: SQLDialect
  private let columns: ColumnPairs
  /// The changes inside the table, in the order in which they are made.
  private let changes: [TableChange]
  /// Whether the rows that partial indexes hold are compared.
  private let comparesPredicates: Bool

  init(previousIndex: Int, nextIndex: Int, previous: SQLSchema, next: SQLSchema) {
    self.previousIndex = previousIndex
    self.nextIndex = nextIndex
    before = previous.tables[previousIndex]
    after = next.tables[nextIndex]
    dialect = next.dialect
    columns = ColumnPairs(before, after, next.dialect)
    changes = Self.changes(before, after, columns, next.dialect)
    comparesPredicates = next.comparesPartialIndexes || next.origin != .schemaFile
  }

  /// How the table is made anew, nil when it can be changed in place.
  var redefinition: TableRedefinition? {
    isRedefined
      ? TableRedefinition(previous: previousIndex, next: nextIndex, changes: changes) : nil
  }

  private var isRedefined: Bool {
    switch dialect {
    case .postgresql: return false
    case .cockroachdb:
      // A primary key is never without columns, not even for a moment.
      guard let key = before.primaryKey else { return false }
      return after.primaryKey == nil
        || key.columns.contains { columns.drops($0.name) || columns.changesType(of: $0.name) }
    case .sqlite:
      return changes.contains { !isAddition($0) } || !foreignKeySteps().isEmpty
    }
  }

  /// Whether a change adds a column that rows can do without.
  private func isAddition(_ change: TableChange) -> Bool {
    guard case .addColumn(let column) = change else { return false }
    return after.columns[column].arity != .required
  }

  /// The steps of a table that is changed in place.
  func steps() -> [Step] {
    var steps: [Step] = []
    if dialect == .cockroachdb {
      steps += cockroachDBSteps()
    } else if !changes.isEmpty {
      steps.append(.alterTable(previous: previousIndex, next: nextIndex, changes))
    }
    steps += foreignKeySteps()
    steps += IndexDiff(
      previousTable: previousIndex, nextTable: nextIndex, before: before, after: after,
      recreated: recreatedColumns, dialect: dialect, comparesPredicates: comparesPredicates
    ).steps()
    return steps
  }

  private var recreatedColumns: Set<String> {
    Set(
      columns.pairs.filter { $0.change.type == .notCastable }.map { after.columns[$0.next].name })
  }

  // MARK: Columns and primary key

  /// The changes of a table of CockroachDB: its primary key changes without being dropped.
  private func cockroachDBSteps() -> [Step] {
    var steps: [Step] = []
    var changes = changes
    let keepsKey = changes.contains(.dropPrimaryKey) && changes.contains(.addPrimaryKey)
    if keepsKey {
      changes.removeAll { $0 == .dropPrimaryKey || $0 == .addPrimaryKey }
      steps.append(.alterPrimaryKey(previous: previousIndex, next: nextIndex))
    }
    if !changes.isEmpty {
      steps.append(.alterTable(previous: previousIndex, next: nextIndex, changes))
    }
    for pair in columns.pairs {
      let new = after.columns[pair.next]
      if before.columns[pair.previous].isIdentity, new.isIdentity,
        before.columns[pair.previous].sequenceOptions != new.sequenceOptions
      {
        steps.append(
          .alterSequence(
            previousTable: previousIndex, previous: pair.previous, nextTable: nextIndex,
            next: pair.next))
      }
    }
    return steps
  }

  private static func changes(
    _ before: SQLTable, _ after: SQLTable, _ columns: ColumnPairs, _ dialect: SQLDialect
  ) -> [TableChange] {
    var changes: [TableChange] = []
    let isKeyChanged = isPrimaryKeyChanged(before, after, columns)
    if before.primaryKey != nil, after.primaryKey == nil || isKeyChanged {
      changes.append(.dropPrimaryKey)
    }
    if let old = before.primaryKey, let new = after.primaryKey, old.name != new.name,
      dialect.renamesConstraints
    {
      changes.append(.renamePrimaryKey)
    }
    changes += columns.dropped
      .sorted { before.columns[$0].name.precedesInBytes(before.columns[$1].name) }
      .map { .dropColumn(previous: $0) }
    changes += columns.added
      .sorted { after.columns[$0].name.precedesInBytes(after.columns[$1].name) }
      .map { .addColumn(next: $0) }
    for pair in columns.pairs where !pair.change.isEmpty {
      changes.append(
        pair.change.type == .notCastable
          ? .recreateColumn(previous: pair.previous, next: pair.next, pair.change)
          : .alterColumn(previous: pair.previous, next: pair.next, pair.change))
    }
    if after.primaryKey != nil, before.primaryKey == nil || isKeyChanged {
      changes.append(.addPrimaryKey)
    }
    return changes
  }

  private static func isPrimaryKeyChanged(
    _ before: SQLTable, _ after: SQLTable, _ columns: ColumnPairs
  ) -> Bool {
    guard let old = before.primaryKey, let new = after.primaryKey else { return false }
    guard old.columns.count == new.columns.count else { return true }
    for (left, right) in zip(old.columns, new.columns) {
      if left.name != right.name || left.length != right.length
        || (left.sort ?? .ascending) != (right.sort ?? .ascending)
      {
        return true
      }
    }
    return old.columns.contains { columns.changesType(of: $0.name) }
  }

  // MARK: Foreign keys

  private func foreignKeySteps() -> [Step] {
    if before.foreignKeys.isEmpty, after.foreignKeys.isEmpty { return [] }
    var steps: [Step] = []
    var matched: Set<Int> = []
    // Those that are left, by their columns.
    var candidates = Dictionary(
      grouping: after.foreignKeys.indices, by: { after.foreignKeys[$0].columns })
    for (index, key) in before.foreignKeys.enumerated() {
      let same = candidates[key.columns]?.firstIndex { isSame(key, after.foreignKeys[$0]) }
      guard let same, let match = candidates[key.columns]?.remove(at: same) else {
        steps.append(.dropForeignKey(previousTable: previousIndex, previous: index))
        continue
      }
      matched.insert(match)
      if key.name != after.foreignKeys[match].name, dialect.renamesConstraints,
        !(isJoinTable(before) && isJoinTable(after))
      {
        steps.append(
          .renameForeignKey(
            previousTable: previousIndex, previous: index, nextTable: nextIndex, next: match))
      }
    }
    for index in after.foreignKeys.indices where !matched.contains(index) {
      steps.append(.addForeignKey(nextTable: nextIndex, next: index))
    }
    return steps
  }

  private func isSame(_ old: SQLForeignKey, _ new: SQLForeignKey) -> Bool {
    old.referencedTable.name == new.referencedTable.name && old.columns == new.columns
      && old.referencedColumns == new.referencedColumns && old.onDelete == new.onDelete
      && old.onUpdate == new.onUpdate && !old.columns.contains { columns.changesType(of: $0) }
  }

  /// Whether a table looks like one that keeps a many-to-many relation.
  private func isJoinTable(_ table: SQLTable) -> Bool {
    table.columns.count == 2 && table.columns.contains { $0.name == "A" }
      && table.columns.contains { $0.name == "B" }
  }
}

/// The columns of a table before and after, matched by name.
struct ColumnPairs {
  /// A column that stays.
  struct Pair {
    let previous: Int
    let next: Int
    let change: ColumnChange
  }

  /// Those that stay, in the order before.
  private(set) var pairs: [Pair] = []
  /// The places of those that go.
  private(set) var dropped: [Int] = []
  /// The places of those that are new.
  private(set) var added: [Int] = []
  private var changedTypes: Set<String> = []
  private var droppedNames: Set<String> = []

  init(_ before: SQLTable, _ after: SQLTable, _ dialect: SQLDialect) {
    let indexed = dialect == .cockroachdb ? before.indexedColumns : []
    let places = Dictionary(
      after.columns.indices.map { (after.columns[$0].name, $0) }, uniquingKeysWith: { $1 })
    var isKept = [Bool](repeating: false, count: after.columns.count)
    for (index, column) in before.columns.enumerated() {
      guard let place = places[column.name] else {
        dropped.append(index)
        droppedNames.insert(column.name)
        continue
      }
      isKept[place] = true
      let change = ColumnDiff.change(
        from: column, to: after.columns[place], isIndexed: indexed.contains(column.name), dialect)
      if change.type != nil { changedTypes.insert(column.name) }
      pairs.append(Pair(previous: index, next: place, change: change))
    }
    added = isKept.indices.filter { !isKept[$0] }
  }

  /// Whether the type of a column that stays changes.
  func changesType(of name: String) -> Bool { changedTypes.contains(name) }

  /// Whether a column goes.
  func drops(_ name: String) -> Bool { droppedNames.contains(name) }
}

extension SQLTable {
  /// The columns of the primary key and of all indexes.
  fileprivate var indexedColumns: Set<String> {
    var names = Set(primaryKey?.columns.map(\.name) ?? [])
    for index in indexes { names.formUnion(index.columns.map(\.name)) }
    return names
  }
}
