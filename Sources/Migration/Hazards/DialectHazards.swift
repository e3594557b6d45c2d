/// Finds out what statements do to a live database other than PostgreSQL, and what can go wrong.
///
/// SQLite has no locks on tables: who writes locks the whole database. CockroachDB changes tables while
/// they are in use. So neither has locks here.
struct DialectHazards {
  private let plan: Plan
  private let losses: [Int: [DataLoss]]
  private let renames: [Int: [Hazard]]
  private let common: HazardFinder

  private var isSQLite: Bool { plan.next.dialect == .sqlite }

  init(plan: Plan) {
    self.plan = plan
    losses = Dictionary(grouping: plan.dataLoss, by: \.step).mapValues { $0.map(\.1) }
    renames = RenameFinder(plan: plan).hazards
    common = HazardFinder(plan: plan, version: nil)
  }

  // MARK: Statements

  /// What a statement of a step does to tables that existed before.
  func effect(of statement: String, _ step: Step) -> StatementEffect {
    var effect = StatementEffect()
    if case .redefineTables = step, statement.hasPrefix("INSERT INTO ") {
      effect.scans = true
      effect.rewrites = true
    }
    if !isSQLite { return effect }
    if statement.hasPrefix("CREATE INDEX ") || statement.hasPrefix("CREATE UNIQUE INDEX ") {
      if case .createIndex(nil, _, _, _) = step {} else { effect.scans = true }
    }
    // Within a transaction it does nothing: https://www.sqlite.org/foreignkeys.html#fk_enable
    if statement.hasPrefix("PRAGMA foreign_keys=") { effect.isTransactional = false }
    return effect
  }

  /// What the effect of a statement on others means.
  func hazards(of effect: StatementEffect) -> [Hazard] {
    if effect.rewrites {
      return [
        Hazard(
          code: .rewrite,
          message:
            "all rows are copied into a new table, and what others write to the old one after that is "
            + "lost; stop the writers first")
      ]
    }
    if effect.scans {
      return [
        Hazard(
          code: .longLock,
          message: "nobody can write to the database until the whole table has been read")
      ]
    }
    return []
  }

  // MARK: Steps

  /// What a step means for the data, and whether its text is right.
  func hazards(of step: Step, at index: Int) -> [Hazard] {
    (losses[index] ?? []).map(hazard)
      + (renames[index] ?? [])
      + defects(of: step).map { Hazard(code: .defect, message: $0) }
      + common.needless(step).map { Hazard(code: .needless, message: $0) }
  }

  private func hazard(of loss: DataLoss) -> Hazard {
    switch loss {
    case .riskyCast(let table, let column, let from, let to) where isSQLite:
      Hazard(
        fails:
          "the values of `\(column)` in `\(table)` stay as they are when `\(from)` becomes `\(to)`, and "
          + "the client fails to read those that do not fit; look for them first")
    case .primaryKeyChanged(let table):
      Hazard(
        fails:
          "rows of `\(table)` with the same values in the columns of the new primary key, or without "
          + "one, make it fail; look for them first")
    case .madeList(let table, let column):
      Hazard(fails: "the values of `\(column)` in `\(table)` can't be cast to lists")
    default: Hazard(loss)
    }
  }

  /// Where the text is wrong, as far as it is known.
  private func defects(of step: Step) -> [String] {
    if !isSQLite { return [] }
    switch step {
    case .createTable(let table): return plan.next.tables[table].columns.compactMap(defect)
    case .redefineTables(let tables):
      return tables.flatMap { plan.next.tables[$0.next].columns.compactMap(defect) }
    case .alterTable(_, let table, let changes):
      return changes.compactMap { change in
        guard case .addColumn(let index) = change else { return nil }
        let column = plan.next.tables[table].columns[index]
        return defect(of: column) ?? defectWhenAdded(column)
      }
    default: return []
    }
  }

  /// Source: https://www.sqlite.org/lang_createtable.html#the_default_clause
  private func defect(of column: SQLColumn) -> String? {
    switch column.defaultValue {
    case .value(.json(let text)) where Double(text) == nil:
      "the default of `\(column.name)` stands without quotes, which SQLite refuses or takes for something "
        + "else; write it between single quotes"
    case .value(.bytes):
      "the default of `\(column.name)` is a text of digits, not bytes; write `X` before its quote"
    case .dbGenerated(let text?) where text.hasSuffix(")") && !text.hasPrefix("("):
      "SQLite refuses the default of `\(column.name)`: an expression needs parentheses around it"
    default: nil
    }
  }

  /// Source: https://www.sqlite.org/lang_altertable.html#alter_table_add_column
  private func defectWhenAdded(_ column: SQLColumn) -> String? {
    switch column.defaultValue {
    case .now, .dbGenerated(.some):
      "SQLite adds no column whose default is not constant to a table with rows; make the table anew"
    default: nil
    }
  }
}
