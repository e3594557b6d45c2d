/// Tells what the locks of a script's statements mean for others, statement by statement.
public struct LockHazards: Sendable {
  /// The version of PostgreSQL that it is for, nil for any from 12 to 18.
  private let version: Int?
  /// The tables that the script holds so far, which others can't write to, in the order of the locks.
  private var held: [String] = []
  private var isPileTold = false
  /// Whether the script has set `lock_timeout`, so that it never waits long.
  public var hasTimeout = false

  public init(version: Int?) { self.version = version }

  /// What the next statement means.
  public mutating func hazards(of actions: [StatementAction]) -> [Hazard] {
    let effect = StatementEffect(actions)
    return [cost(of: effect, actions), pile(effect)].compactMap { $0 }
  }

  /// The locks are let go: a transaction has ended.
  public mutating func release() { held = [] }

  private func cost(of effect: StatementEffect, _ actions: [StatementAction]) -> Hazard? {
    guard let lock = effect.lock else { return nil }
    let tables = named(effect.lockedTables)
    let verb = effect.lockedTables.count > 1 ? "are" : "is"
    if effect.rewrites {
      return Hazard(
        code: .rewrite,
        message:
          "\(tables) \(verb) written anew, with all its indexes, and nobody can read or write it "
          + "meanwhile; " + Self.adviceOnRewrite(actions))
    }
    if lock.stopsWriting, effect.scans {
      let stops = lock == .accessExclusive ? "reading and writing stop" : "writing stops"
      return Hazard(
        code: .longLock,
        message:
          "\(stops) on \(tables) until the whole table has been read; \(adviceOnScan(actions))")
    }
    if lock >= .shareRowExclusive, !hasTimeout {
      return Hazard(
        code: .briefExclusiveLock,
        message:
          "\(tables) \(verb) locked for a moment, but the lock waits for running transactions, and "
          + "everybody else waits behind it; set `lock_timeout` and try again")
    }
    return nil
  }

  private mutating func pile(_ effect: StatementEffect) -> Hazard? {
    // One message a script is enough.
    guard !isPileTold, let lock = effect.lock, lock.stopsWriting else { return nil }
    let new = effect.lockedTables.filter { !held.contains($0) }
    defer { held += new }
    if held.isEmpty || new.isEmpty { return nil }
    isPileTold = true
    return Hazard(
      code: .lockPileUp,
      message:
        "where the script is one transaction, as up to Prisma 7.3, \(named(held)) stays locked while "
        + "\(named(new)) is waited for, which can end in a deadlock; make a migration of each")
  }

  private static func adviceOnRewrite(_ actions: [StatementAction]) -> String {
    switch actions.first(where: { $0.kind.cost.rewrites })?.kind {
    case .addVolatileColumn, .addSerialColumn:
      "add the column without its default, set the default, and fill it in small parts"
    case .addStoredColumn: "a view or a trigger can give the same value"
    case .rewriteTable, .vacuumFull: "do it when nobody needs the table"
    default: "add a new column, fill it in small parts, and swap the two"
    }
  }

  private func adviceOnScan(_ actions: [StatementAction]) -> String {
    switch actions.first(where: { $0.kind.cost.scans })?.kind {
    case .createIndex: "`CREATE INDEX CONCURRENTLY`, in a migration of its own, does not"
    case .reindex: "`REINDEX CONCURRENTLY` does not"
    case .addForeignKey, .addCheck:
      "adding it `NOT VALID`, and validating it in a later migration, does not"
    case .addPrimaryKey, .addUnique:
      "a unique index made `CONCURRENTLY`, then `ADD … USING INDEX`, does not"
    case .attachPartition: "a `CHECK` that says the same, validated first, spares the scan"
    default:
      (version ?? 12) >= 18
        ? "`ADD CONSTRAINT … NOT NULL … NOT VALID`, validated in a later migration, does not"
        : "a `CHECK (… IS NOT NULL) NOT VALID`, validated first, spares the scan"
    }
  }
}
