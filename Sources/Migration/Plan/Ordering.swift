/// Puts steps into the order of Prisma: by kind, then by place.
struct Ordering {
  let previous: SQLSchema
  let next: SQLSchema
  /// The places of the database schemas behind.
  private let namespaces: [String: Int]
  /// The places of the extensions behind in byte order of their names.
  private let extensionRanks: [Int]

  init(previous: SQLSchema, next: SQLSchema) {
    self.previous = previous
    self.next = next
    namespaces = Dictionary(
      next.namespaces.indices.map { (next.namespaces[$0], $0) },
      uniquingKeysWith: { first, _ in first })
    let names = (next.extensions ?? []).map(\.name)
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, place) in names.indices.sorted(by: { names[$0].precedesInBytes(names[$1]) })
      .enumerated()
    {
      ranks[place] = rank
    }
    extensionRanks = ranks
  }

  /// The steps in their order.
  func ordered(_ steps: [Step]) -> [Step] {
    // The keys are sorted, not the steps: those are large, and would be moved again and again.
    var keys = steps.indices.map { place in
      var key = key(of: steps[place])
      key.place = place
      return key
    }
    keys.sort()
    return withUniquesBehindPrimaryKeys(keys.map { steps[$0.place] })
  }

  /// The kind first: what goes must go before what it stands in the way of, and what comes must come
  /// before what refers to it.
  private struct Key: Comparable {
    var kind: Int
    var first = -1
    var second = -1
    var third = -1
    /// Where the step stood before.
    var place = 0

    static func < (left: Key, right: Key) -> Bool {
      if left.kind != right.kind { return left.kind < right.kind }
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      if left.third != right.third { return left.third < right.third }
      return left.place < right.place
    }
  }

  private func key(of step: Step) -> Key {
    switch step {
    case .rename: Key(kind: -1)
    case .createSchema(let name): Key(kind: 0, first: namespaces[name] ?? 0)
    case .dropExtension(let index): Key(kind: 1, first: index)
    case .createExtension(let index): Key(kind: 2, first: extensionRanks[index])
    case .alterExtension(let index, let other): Key(kind: 3, first: index, second: other)
    case .createEnum(let index): Key(kind: 4, first: index)
    case .alterEnum(let index, let other, _): Key(kind: 5, first: index, second: other)
    case .alterSequence(let table, let column, _, _): Key(kind: 6, first: table, second: column)
    case .dropForeignKey(let table, let index): Key(kind: 7, first: table, second: index)
    case .dropIndex(let table, let index): Key(kind: 8, first: table, second: index)
    case .alterTable(let table, let other, _): Key(kind: 9, first: table, second: other)
    case .alterPrimaryKey(let table, let other): Key(kind: 10, first: table, second: other)
    case .dropTable(let table): Key(kind: 11, first: table)
    case .dropEnum(let index): Key(kind: 12, first: index)
    case .createTable(let table): Key(kind: 13, first: table)
    case .redefineTables: Key(kind: 14)
    case .createIndex(let table, let other, let index, _):
      Key(kind: 15, first: table ?? -1, second: other, third: index)
    case .renameForeignKey(let table, let index, let other, let place):
      Key(kind: 16, first: table << 20 | index, second: other << 20 | place)
    case .addForeignKey(let table, let index): Key(kind: 17, first: table, second: index)
    case .renameIndex(let table, let index, let other, let place):
      Key(kind: 18, first: table << 20 | index, second: other << 20 | place)
    case .redefineIndex(let table, let index, let other, let place):
      Key(kind: 19, first: table << 20 | index, second: other << 20 | place)
    }
  }

  /// A unique that becomes the primary key is dropped when the key stands, so that foreign keys always
  /// have something to refer to.
  private func withUniquesBehindPrimaryKeys(_ steps: [Step]) -> [Step] {
    // The tables that get a primary key, with the changes in them.
    var gaining: [Int: (next: Int, changes: [TableChange])] = [:]
    for case .alterTable(let table, let other, let changes) in steps
    where previous.tables[table].primaryKey == nil && changes.contains(.addPrimaryKey) {
      gaining[table] = (other, changes)
    }
    if gaining.isEmpty { return steps }
    var moved: [Int: [Step]] = [:]
    var ordered: [Step] = []
    ordered.reserveCapacity(steps.count)
    // The indexes stand before the tables, so that all are known when their table comes.
    for step in steps {
      if case .dropIndex(let table, let index) = step, let key = gaining[table],
        isSucceeded(table, index, by: key.next, key.changes)
      {
        moved[table, default: []].append(step)
        continue
      }
      ordered.append(step)
      if case .alterTable(let table, _, _) = step { ordered += moved[table] ?? [] }
    }
    return ordered
  }

  /// Whether a unique index gives way to the primary key that its table gets, on the same columns.
  private func isSucceeded(
    _ table: Int, _ index: Int, by other: Int, _ changes: [TableChange]
  ) -> Bool {
    let before = previous.tables[table]
    let columns = before.indexes[index].columns.map(\.name)
    guard before.indexes[index].kind == .unique,
      next.tables[other].primaryKey?.columns.map(\.name) == columns
    else { return false }
    return !changes.contains { change in
      switch change {
      case .dropColumn(let column), .recreateColumn(let column, _, _):
        columns.contains(before.columns[column].name)
      default: false
      }
    }
  }
}
