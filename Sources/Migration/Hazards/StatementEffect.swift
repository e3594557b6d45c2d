/// What a statement does to the tables of a live PostgreSQL while it runs.
///
/// Source: the pages of PostgreSQL on the statements, and docs/locks.md, whose rows are proven by tests.
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
  static let none = StatementEffect()
}

/// Finds out the effects of the statements of a step.
struct EffectFinder {
  let plan: Plan

  private var previous: SQLSchema { plan.previous }
  private var next: SQLSchema { plan.next }
  private let created: Set<Int>
  /// The place of each table behind.
  private let tables: [QualifiedName: Int]

  init(plan: Plan) {
    self.plan = plan
    var created: Set<Int> = []
    for case .createTable(let table) in plan.steps { created.insert(table) }
    self.created = created
    tables = Dictionary(
      plan.next.tables.indices.map { (plan.next.tables[$0].name, $0) }, uniquingKeysWith: { $1 })
  }

  /// The effects of a step's statements, one for each.
  func effects(of step: Step, statements: [String]) -> [StatementEffect] {
    switch step {
    case .alterTable(let table, let other, let changes):
      return statements.map {
        $0.hasPrefix("ALTER TABLE") && !$0.contains(" RENAME CONSTRAINT ")
          ? alterTable(previous.tables[table], next.tables[other], changes)
          : effectAround($0, previous.tables[table])
      }
    case .alterEnum(_, _, let change) where !change.removed.isEmpty:
      return statements.map(effectInSwap)
    default: return statements.map { _ in effect(of: step) }
    }
  }

  private func effect(of step: Step) -> StatementEffect {
    switch step {
    case .createSchema, .dropExtension, .createExtension, .alterExtension, .createEnum, .alterEnum,
      .dropEnum, .createTable, .alterTable:
      return .none
    case .dropForeignKey(let table, let index):
      let owner = previous.tables[table]
      return exclusive(owner.name.name, owner.foreignKeys[index].referencedTable.name)
    case .dropIndex(let table, _), .dropTable(let table),
      .renameForeignKey(let table, _, _, _):
      return exclusive(previous.tables[table].name.name)
    case .createIndex(let existing, let table, _, _):
      if existing == nil { return .none }
      return StatementEffect(
        lock: .share, lockedTables: [next.tables[table].name.name], scans: true)
    case .addForeignKey(let table, let index):
      let owner = next.tables[table]
      let referenced = owner.foreignKeys[index].referencedTable
      var locked: [String] = []
      if !created.contains(table) { locked.append(owner.name.name) }
      if let other = tables[referenced],
        !created.contains(other), !locked.contains(referenced.name)
      {
        locked.append(referenced.name)
      }
      if locked.isEmpty { return .none }
      return StatementEffect(
        lock: .shareRowExclusive, lockedTables: locked, scans: !created.contains(table))
    case .renameIndex: return StatementEffect(lock: .shareUpdateExclusive)
    }
  }

  private func exclusive(_ tables: String...) -> StatementEffect {
    var seen: Set<String> = []
    return StatementEffect(
      lock: .accessExclusive, lockedTables: tables.filter { seen.insert($0).inserted })
  }

  /// A statement before or behind an `ALTER TABLE`.
  private func effectAround(_ statement: String, _ table: SQLTable) -> StatementEffect {
    if statement.hasPrefix("ALTER TABLE") { return exclusive(table.name.name) }
    if statement.hasPrefix("ALTER SEQUENCE") {
      return StatementEffect(lock: .accessShare, lockedTables: [table.name.name])
    }
    return .none
  }

  private func effectInSwap(_ statement: String) -> StatementEffect {
    guard statement.hasPrefix("ALTER TABLE") else { return .none }
    // `ALTER TABLE "schema"."T" ALTER COLUMN …`: the last name before the clause.
    let head = statement.dropFirst("ALTER TABLE ".count)
    let name = head.firstRange(of: " ALTER COLUMN ").map { head[..<$0.lowerBound] } ?? head[...]
    let table = name.split(separator: "\"").last.map { String($0) } ?? ""
    var effect = exclusive(table)
    if statement.contains(" TYPE ") && statement.contains(" USING ") {
      effect.scans = true
      effect.rewrites = true
    }
    return effect
  }

  private func alterTable(
    _ before: SQLTable, _ after: SQLTable, _ changes: [TableChange]
  ) -> StatementEffect {
    var effect = exclusive(before.name.name)
    for change in changes {
      switch change {
      case .addPrimaryKey: effect.scans = true
      case .addColumn(let column), .recreateColumn(_, let column, _):
        if Self.isRewritten(adding: after.columns[column]) { effect.rewrites = true }
      case .alterColumn(let old, let new, let change):
        let old = before.columns[old]
        let new = after.columns[new]
        if old.arity == .nullable, new.arity == .required { effect.scans = true }
        if change.type != nil, TypeRewrite.isNeeded(from: old, to: new) { effect.rewrites = true }
      case .dropPrimaryKey, .renamePrimaryKey, .dropColumn: break
      }
    }
    if effect.rewrites { effect.scans = true }
    return effect
  }

  /// Whether each row is written when a column is added: its value differs from row to row.
  static func isRewritten(adding column: SQLColumn) -> Bool {
    if column.isAutoincrement { return true }
    guard case .dbGenerated(let text?)? = column.defaultValue else { return false }
    return !isStable(text)
  }

  /// Whether an expression has one value for a whole statement, as far as its text tells.
  private static func isStable(_ expression: String) -> Bool {
    let text = expression.lowercasedInASCII.filter { $0 != " " }
    if !text.contains("(") { return true }
    return ["now()", "transaction_timestamp()", "statement_timestamp()"].contains(text)
  }
}
