/// A column or table that goes while one like it comes: perhaps it was meant to get a new name.
public struct ProbableRename: Hashable, Sendable {
  /// The place in the plan of the step that drops it.
  public let step: Int
  /// The table of the column, by its name behind the change; nil when it is the table that goes.
  public let table: QualifiedName?
  /// What goes.
  public let old: String
  /// What comes: the table with its schema, or the column in ``table``.
  public let new: QualifiedName

  /// What to say.
  var message: String {
    if let table {
      return RenameFinder.message(of: old, to: new.name, table: table.name)
    }
    return
      "`\(old)` goes and `\(new.name)` with the same columns comes: if that is one table with a "
      + "new name, rename it, or keep the table by `@@map(\"\(old)\")`"
  }
}

extension Plan {
  /// What may have been meant as renames, in the order of the steps.
  public var probableRenames: [ProbableRename] { RenameFinder(plan: self).renames }
}

/// Finds columns and tables that go while one like them comes.
public struct RenameFinder {
  /// What was found, in the order of the steps but for tables, which come last.
  private(set) var renames: [ProbableRename] = []

  /// What to say, by the place of the step in the plan.
  var hazards: [Int: [Hazard]] {
    Dictionary(grouping: renames, by: \.step).mapValues { renames in
      renames.map { rename in
        Hazard(
          code: .probableRename, message: rename.message,
          columns: rename.table == nil ? [] : [rename.new.name])
      }
    }
  }

  init(plan: Plan) {
    for (index, step) in plan.steps.enumerated() {
      switch step {
      case .alterTable(let table, let other, let changes):
        addColumns(index, changes, plan.previous.tables[table], plan.next.tables[other])
      case .redefineTables(let tables):
        for table in tables {
          addColumns(
            index, table.changes, plan.previous.tables[table.previous],
            plan.next.tables[table.next])
        }
      default: break
      }
    }
    addTables(plan)
  }

  private mutating func addColumns(
    _ step: Int, _ changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) {
    for (old, new) in Self.pairs(changes, before, after) {
      renames.append(
        ProbableRename(step: step, table: after.name, old: old, new: after.name.with(name: new)))
    }
  }

  fileprivate static func message(of old: String, to new: String, table: String) -> String {
    "`\(old)` of `\(table)` goes and `\(new)`, alike, comes: if that is one column with a new name, rename "
      + "it, or keep the column by `@map(\"\(old)\")`"
  }

  /// Columns that go with those of the same type that come, the most alike first, each once.
  private static func pairs(
    _ changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) -> [(String, String)] {
    var dropped: [SQLColumn] = []
    var added: [SQLColumn] = []
    for change in changes {
      if case .dropColumn(let index) = change { dropped.append(before.columns[index]) }
      if case .addColumn(let index) = change { added.append(after.columns[index]) }
    }
    let isOnly = dropped.count == 1 && added.count == 1
    return pairs(dropped.map(\.name), added.map(\.name)) { old, new in
      let (left, right) = (dropped[old], added[new])
      guard left.type == right.type, (left.arity == .list) == (right.arity == .list) else {
        return nil
      }
      return isOnly ? 0 : 50
    }
  }

  /// Names that go with names alike that come.
  public static func pairs(_ dropped: [String], _ added: [String]) -> [(String, String)] {
    pairs(dropped, added) { _, _ in 50 }
  }

  /// - Parameter limit: how alike two have to be at least, nil when they can't be the same.
  private static func pairs(
    _ dropped: [String], _ added: [String], limit: (Int, Int) -> Int?
  ) -> [(String, String)] {
    // Where much is new, nobody has renamed just a few.
    if dropped.count > 100 || added.count > 100 { return [] }
    var candidates: [(score: Int, old: Int, new: Int)] = []
    for (old, left) in dropped.enumerated() {
      for (new, right) in added.enumerated() {
        guard let limit = limit(old, new) else { continue }
        let score = likeness(left, right)
        if score >= limit { candidates.append((score, old, new)) }
      }
    }
    var usedOld: Set<Int> = []
    var usedNew: Set<Int> = []
    var pairs: [(String, String)] = []
    for candidate in candidates.sorted(by: {
      ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new)
    })
    where !usedOld.contains(candidate.old) && !usedNew.contains(candidate.new) {
      usedOld.insert(candidate.old)
      usedNew.insert(candidate.new)
      pairs.append((dropped[candidate.old], added[candidate.new]))
    }
    return pairs
  }

  /// Tables with the same columns under another name.
  private mutating func addTables(_ plan: Plan) {
    var comers: [[String]: QualifiedName] = [:]
    for case .createTable(let table) in plan.steps {
      let table = plan.next.tables[table]
      comers[table.columns.map(\.name)] = table.name
    }
    for (index, step) in plan.steps.enumerated() {
      guard case .dropTable(let table) = step else { continue }
      let old = plan.previous.tables[table]
      guard let new = comers[old.columns.map(\.name)] else { continue }
      renames.append(ProbableRename(step: index, table: nil, old: old.name.name, new: new))
    }
  }

  /// How alike two names are, from 0 to 100, whatever their style.
  static func likeness(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercasedInASCII.utf8.filter { $0 != UInt8(ascii: "_") }.prefix(64))
    let right = Array(right.lowercasedInASCII.utf8.filter { $0 != UInt8(ascii: "_") }.prefix(64))
    let longest = max(left.count, right.count)
    if longest == 0 { return 100 }
    // The number of letters to change, take out or put in, row by row.
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return 100 * (longest - row[right.count]) / longest
  }
}

extension Hazard {
  /// A column goes and one alike comes.
  public static func probableRename(of old: String, to new: String, table: String) -> Hazard {
    Hazard(code: .probableRename, message: RenameFinder.message(of: old, to: new, table: table))
  }
}
