/// One thing that a statement does.
package struct StatementAction: Hashable, Sendable {
  /// What kind of thing, which decides what it costs.
  package let kind: StatementKind
  /// The table that it is done to, by its name without schema; nil without one, or if it is new.
  package let table: String?
  /// The table that a foreign key refers to, or that a partition belongs to; nil as above.
  package let other: String?

  package init(_ kind: StatementKind, _ table: String?, other: String? = nil) {
    self.kind = kind
    self.table = table
    self.other = other
  }
}

/// What a statement does to the tables of a live PostgreSQL while it runs.
///
/// Source: ``StatementKind/cost``, the table of docs/locks.md.
package struct StatementEffect: Hashable, Sendable {
  /// The strongest lock on a table that existed before, nil without one.
  package var lock: LockMode?
  /// The tables that it is held on, by their names without schema.
  package var lockedTables: [String] = []
  /// Whether a table that existed before is read to its end under the lock.
  package var scans = false
  /// Whether a table that existed before is written anew under the lock.
  package var rewrites = false
  /// Whether it can run in a transaction with others.
  package var isTransactional = true

  /// Nothing that others notice.
  package init() {}

  /// What several things do together.
  package init(_ actions: [StatementAction]) {
    var seen: Set<String> = []
    for action in actions {
      let cost = action.kind.cost
      if !cost.isTransactional { isTransactional = false }
      for (table, mode) in [(action.table, cost.lock), (action.other, cost.otherLock)] {
        guard let table, let mode else { continue }
        lock = max(lock ?? mode, mode)
        if seen.insert(table).inserted { lockedTables.append(table) }
      }
      if action.table != nil {
        if cost.scans { scans = true }
        if cost.rewrites { rewrites = true }
      }
    }
  }
}
