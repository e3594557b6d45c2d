/// Finds out which columns can get their new type by way of a new column (``ColumnSwap``).
///
/// All that hangs on a column goes with it. Indexes and the primary key are made anew by the plan; of
/// everything else that is known the column's type is changed in place, as it is where the plan changes what
/// hangs on it in another way, too.
struct SwapFinder {
  private let plan: Plan
  /// The columns of indexes that come, go or get another name.
  private var changedIndexColumns: [QualifiedName: Set<String>] = [:]
  /// The foreign keys that stay, by the columns on both of their sides.
  private var foreignKeys: [QualifiedName: [String: String]] = [:]
  /// The words of each view's query.
  private let views: [(name: String, words: Set<String>)]

  init(plan: Plan) {
    self.plan = plan
    views = plan.previous.details.views.map {
      ($0.name.name, DependantFinder.names($0.definition))
    }
    var dropped: [Int: Set<Int>] = [:]
    for step in plan.steps {
      switch step {
      case .createIndex(_?, let table, let place, isRestored: false):
        let owner = plan.next.tables[table]
        note(owner.indexes[place], of: owner)
      case .dropIndex(let table, let place), .renameIndex(let table, let place, _, _):
        let owner = plan.previous.tables[table]
        note(owner.indexes[place], of: owner)
      case .dropForeignKey(let table, let key): dropped[table, default: []].insert(key)
      default: break
      }
    }
    for (place, table) in plan.previous.tables.enumerated() {
      for (index, key) in table.foreignKeys.enumerated()
      where dropped[place]?.contains(index) != true {
        for column in key.columns { foreignKeys[table.name, default: [:]][column] = key.name }
        for column in key.referencedColumns {
          foreignKeys[key.referencedTable, default: [:]][column] = key.name
        }
      }
    }
  }

  private mutating func note(_ index: SQLIndex, of table: SQLTable) {
    changedIndexColumns[table.name, default: []].formUnion(index.columns.map(\.name))
  }

  /// What is known of a table, gathered once for all of its columns.
  struct Table {
    /// Why none of its columns can be swapped, nil where some may.
    fileprivate var reason: String?
    /// Why columns can't, by the words in what needs them.
    fileprivate var reasons: [String: String] = [:]
    /// The names of all columns, before and behind.
    fileprivate var columns: Set<String> = []

    fileprivate mutating func block(_ words: some Sequence<String>, _ reason: (String) -> String) {
      for word in words where reasons[word] == nil { reasons[word] = reason(word) }
    }
  }

  /// Gathers what is known of a table.
  func table(_ before: SQLTable, _ after: SQLTable) -> Table {
    var table = Table()
    table.columns = Set((before.columns + after.columns).map(\.name))
    for (column, key) in foreignKeys[before.name] ?? [:] {
      table.block([column]) { "the foreign key `\(key)` needs `\($0)`" }
    }
    table.block(changedIndexColumns[before.name] ?? []) {
      "an index of `\($0)` changes as well; make that a migration of its own"
    }
    let keys = [before.primaryKey, after.primaryKey].map { $0?.columns.map(\.name) ?? [] }
    if keys[0] != keys[1] {
      table.block(keys.joined()) { _ in
        "the primary key changes as well; make that a migration of its own"
      }
    }
    addIndexes(of: before, after, to: &table)
    for view in views where view.words.contains(before.name.name) {
      table.block(view.words) { "the view `\(view.name)` may need `\($0)`" }
    }
    if let details = plan.previous.details.tables[before.name] {
      add(details, of: before, to: &table)
    }
    return table
  }

  /// Indexes of the database that the schema does not have alike.
  private func addIndexes(of before: SQLTable, _ after: SQLTable, to table: inout Table) {
    let others = Dictionary(after.indexes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    for index in before.indexes {
      if let predicate = index.predicate {
        table.block(DependantFinder.names(predicate)) {
          "the condition of the index `\(index.name)` needs `\($0)`"
        }
      }
      let other = others[index.name]
      if other?.columns.map(\.name) != index.columns.map(\.name) || other?.kind != index.kind
        || other?.method != index.method || (other?.predicate == nil) != (index.predicate == nil)
      {
        table.block(index.columns.map(\.name)) { _ in
          "the index `\(index.name)` is not the one of the schema"
        }
      }
    }
  }

  /// What else a table has.
  private func add(_ details: SQLTableDetails, of before: SQLTable, to table: inout Table) {
    var indexes = before.indexes.map { ($0.name, $0.columns) }
    if let key = before.primaryKey { indexes.append((key.name, key.columns)) }
    let deferrable = Set(details.deferrableConstraints)
    let ordered = Set(details.nullOrders.map(\.index))
    for (name, columns) in indexes {
      if deferrable.contains(name) {
        table.block(columns.map(\.name)) { _ in "`\(name)` is deferrable" }
      }
      if ordered.contains(name) {
        table.block(columns.map(\.name)) { _ in "`\(name)` has an order of NULL values of its own" }
      }
    }
    if details.isPartitioned { table.reason = "the table has partitions" }
    if details.hasInheritingTables { table.reason = "other tables inherit from it" }
    if let trigger = details.triggers.first {
      table.reason = "the trigger `\(trigger.name)` may need the column"
    }
    if let policy = details.policies.first {
      table.reason = "the policy `\(policy.name)` may need the column"
    }
    for found in details.checks + details.exclusions + details.expressionIndexes {
      table.block(DependantFinder.names(found.text)) { "`\(found.name)` needs `\($0)`" }
    }
    for (column, text) in details.generatedColumns.sorted(by: { $0.key < $1.key }) {
      table.block([column] + DependantFinder.names(text)) { _ in
        "the generated column `\(column)` needs it"
      }
    }
  }

  /// Why a column can't be swapped, nil when it can.
  func obstacle(to old: SQLColumn, _ new: SQLColumn, in table: Table) -> String? {
    let column = new.name
    if column.utf8.count > 59 || table.columns.contains(Self.temporary(column)) {
      return "there is no name for a column beside `\(column)`"
    }
    if ColumnSwap.dependsOnSession(old.type, new.type) {
      return "what becomes of the values of `\(column)` depends on settings of the session"
    }
    if old.isAutoincrement != new.isAutoincrement { return "the sequence of `\(column)` changes" }
    if old.hasHiddenSequence { return "`\(column)` is an identity column" }
    return table.reason ?? table.reasons[column]
  }

  /// The name of the column beside one, until it takes its place.
  static func temporary(_ column: String) -> String { column + "_new" }
}

extension SQLColumn {
  /// Whether it counts up by itself, without a default that names a sequence.
  var hasHiddenSequence: Bool {
    if case .sequence? = defaultValue { false } else { isAutoincrement }
  }
}
