/// A statement of a plan, with what it does to a live database.
public struct MigrationStatement: Sendable {
  /// The place of its step in the plan.
  public let step: Int
  /// The step's kind, as scripts name it.
  public let kind: String
  /// The table, enum, index or schema that it is about.
  public let object: String
  /// The text, without a semicolon.
  public let sql: String
  /// What it does to tables.
  public let effect: StatementEffect
  /// What can go wrong.
  public let hazards: [Hazard]
}

extension Plan {
  /// The statements with their effects and hazards, in order.
  ///
  /// - Parameters:
  ///   - version: the version of PostgreSQL that they are for, nil for any from 12 to 18.
  ///   - printed: what the database gives back for ``restated``, nil when it is not known: it tells which
  ///     statements change nothing.
  public func statements(
    _ script: SQLScript, version: Int? = nil, printed: SQLSchema? = nil
  ) -> [MigrationStatement] {
    if next.dialect != .postgresql { return statementsElsewhere(script) }
    let actions = StatementActions(plan: self)
    let hazards = HazardFinder(plan: self, version: version, printed: printed)
    var locks = LockHazards(version: version)
    var statements: [MigrationStatement] = []
    for section in script.sections {
      let step = steps[section.step]
      let found = actions.actions(of: step, statements: section.statements)
      let effects = found.map { StatementEffect($0) }
      // What concerns the step as a whole stands with its main statement.
      let main = effects.indices.max { effects[$0].weight < effects[$1].weight } ?? 0
      for (index, sql) in section.statements.enumerated() where found.indices.contains(index) {
        if sql == "COMMIT" { locks.release() }
        statements.append(
          MigrationStatement(
            step: section.step, kind: section.kind, object: object(of: step), sql: sql,
            effect: effects[index],
            hazards: locks.hazards(of: found[index])
              + (index == main ? hazards.hazards(of: step, at: section.step, sql) : [])))
      }
    }
    return statements
  }

  /// Those of a database other than PostgreSQL.
  private func statementsElsewhere(_ script: SQLScript) -> [MigrationStatement] {
    let finder = DialectHazards(plan: self)
    var statements: [MigrationStatement] = []
    for section in script.sections {
      let step = steps[section.step]
      let effects = section.statements.map { finder.effect(of: $0, step) }
      let main = effects.indices.max { effects[$0].weight < effects[$1].weight } ?? 0
      let objects = objects(of: step, section.statements)
      for (index, (sql, effect)) in zip(section.statements, effects).enumerated() {
        statements.append(
          MigrationStatement(
            step: section.step, kind: section.kind, object: objects[index], sql: sql,
            effect: effect,
            hazards: finder.hazards(of: effect)
              + (index == main ? finder.hazards(of: step, at: section.step) : [])))
      }
    }
    return statements
  }

  /// The names of what a step's statements are about: where tables are made anew, each has its own, and
  /// none what is set before and behind.
  private func objects(of step: Step, _ statements: [String]) -> [String] {
    guard case .redefineTables(let tables) = step else {
      return statements.map { _ in object(of: step) }
    }
    var rest = tables[...]
    var table = ""
    return statements.map { sql in
      if sql.hasPrefix("CREATE TABLE "), let first = rest.popFirst() {
        table = next.tables[first.next].name.name
      }
      return sql.hasPrefix("PRAGMA ") ? "" : table
    }
  }

  /// The name of what a step is about.
  private func object(of step: Step) -> String {
    switch step {
    case .rename(let rename): rename.table.name
    case .createSchema(let name): name
    case .dropExtension(let index), .alterExtension(let index, _):
      previous.extensions?[index].name ?? ""
    case .createExtension(let index): next.extensions?[index].name ?? ""
    case .createEnum(let index), .alterEnum(_, let index, _): next.enums[index].name.name
    case .dropEnum(let index): previous.enums[index].name.name
    case .dropForeignKey(let table, _), .alterTable(let table, _, _), .dropTable(let table),
      .renameForeignKey(let table, _, _, _), .alterPrimaryKey(let table, _),
      .alterSequence(let table, _, _, _):
      previous.tables[table].name.name
    case .dropIndex(let table, let index): previous.tables[table].indexes[index].name
    case .createTable(let table), .addForeignKey(let table, _): next.tables[table].name.name
    case .createIndex(_, let table, let index, _): next.tables[table].indexes[index].name
    // Each of its statements has a name of its own.
    case .redefineTables: ""
    case .renameIndex(let table, let index, _, _), .redefineIndex(let table, let index, _, _):
      previous.tables[table].indexes[index].name
    }
  }
}

extension StatementEffect {
  /// How much others notice.
  var weight: Int {
    let place = lock.flatMap { LockMode.allCases.firstIndex(of: $0) } ?? -1
    return (rewrites ? 100 : 0) + (scans ? 50 : 0) + place
  }
}
