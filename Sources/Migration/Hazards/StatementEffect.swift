/// One thing that a statement does.
public struct StatementAction: Hashable, Sendable {
  /// What kind of thing, which decides what it costs.
  public let kind: StatementKind
  /// The table that it is done to, by its name without schema; nil without one, or if it is new.
  public let table: String?
  /// The table that a foreign key refers to, or that a partition belongs to; nil as above.
  public let other: String?

  public init(_ kind: StatementKind, _ table: String?, other: String? = nil) {
    self.kind = kind
    self.table = table
    self.other = other
  }
}

/// What a statement does to the tables of a live PostgreSQL while it runs.
///
/// Source: ``StatementKind/cost``, the table of docs/locks.md.
public struct StatementEffect: Hashable, Sendable {
  /// The strongest lock on a table that existed before, nil without one.
  public var lock: LockMode?
  /// The tables that it is held on, by their names without schema.
  public var lockedTables: [String] = []
  /// Whether a table that existed before is read to its end under the lock.
  public var scans = false
  /// Whether a table that existed before is written anew under the lock.
  public var rewrites = false
  /// Whether it can run in a transaction with others.
  public var isTransactional = true

  /// Nothing that others notice.
  public init() {}

  /// What several things do together.
  public init(_ actions: [StatementAction]) {
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
