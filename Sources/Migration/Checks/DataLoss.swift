/// What a plan would lose, or can't do, where a table has rows: found without looking at them.
public enum DataLoss: Hashable, Sendable {
  // Warnings: it works, at a price, or may fail.

  case dropTable(table: String)
  case dropColumn(table: String, column: String)
  case riskyCast(table: String, column: String, from: String, to: String)
  case primaryKeyChanged(table: String)
  case columnRecreated(table: String, column: String)
  case uniqueAdded(table: String, columns: [String])
  case enumValuesRemoved(enumeration: String, values: [String])

  // Steps that can't be executed.

  case addedRequired(table: String, column: String)
  case addedRequiredClientDefault(table: String, column: String)
  case madeRequired(table: String, column: String)
  case madeList(table: String, column: String)
  case recreatedRequired(table: String, column: String)

  /// Whether the step fails where there are rows.
  public var isUnexecutable: Bool {
    switch self {
    case .dropTable, .dropColumn, .riskyCast, .primaryKeyChanged, .columnRecreated, .uniqueAdded,
      .enumValuesRemoved:
      false
    case .addedRequired, .addedRequiredClientDefault, .madeRequired, .madeList, .recreatedRequired:
      true
    }
  }
}

extension Plan {
  /// What would be lost or can't be done, with the place of its step.
  public var dataLoss: [(step: Int, DataLoss)] {
    var found: [(step: Int, DataLoss)] = []
    for (index, step) in steps.enumerated() {
      switch step {
      case .dropTable(let table):
        found.append((index, .dropTable(table: previous.tables[table].name.name)))
      case .alterEnum(_, let type, let change) where !change.removed.isEmpty:
        found.append(
          (
            index,
            .enumValuesRemoved(enumeration: next.enums[type].name.name, values: change.removed)
          ))
      case .createIndex(_?, let table, let place, isRestored: false):
        let owner = next.tables[table]
        guard owner.indexes[place].kind == .unique else { continue }
        found.append(
          (
            index,
            .uniqueAdded(
              table: owner.name.name, columns: owner.indexes[place].columns.map(\.name))
          ))
      case .alterTable(let table, let other, let changes):
        for change in changes {
          found += dataLoss(of: change, previous.tables[table], next.tables[other])
            .map { (index, $0) }
        }
      case .alterPrimaryKey(let table, _):
        found.append((index, .primaryKeyChanged(table: previous.tables[table].name.name)))
      case .redefineTables(let tables):
        for table in tables { found += dataLoss(of: table).map { (index, $0) } }
      default: break
      }
    }
    return found
  }

  private func dataLoss(of redefinition: TableRedefinition) -> [DataLoss] {
    let before = previous.tables[redefinition.previous]
    let after = next.tables[redefinition.next]
    let uniques = Set(before.indexes.filter { $0.kind == .unique }.map { $0.columns.map(\.name) })
    return redefinition.changes.flatMap { dataLoss(of: $0, before, after) }
      + after.indexes.filter { $0.kind == .unique }.map { $0.columns.map(\.name) }
      .filter { !uniques.contains($0) }
      .map { .uniqueAdded(table: after.name.name, columns: $0) }
  }

  private func dataLoss(
    of change: TableChange, _ before: SQLTable, _ after: SQLTable
  ) -> [DataLoss] {
    let table = before.name.name
    switch change {
    case .dropPrimaryKey: return [.primaryKeyChanged(table: table)]
    case .dropColumn(let index):
      return [.dropColumn(table: table, column: before.columns[index].name)]
    case .addColumn(let index):
      let column = after.columns[index]
      guard column.arity == .required, column.defaultValue == nil else { return [] }
      return [
        column.hasClientDefault
          ? .addedRequiredClientDefault(table: table, column: column.name)
          : .addedRequired(table: table, column: column.name)
      ]
    case .alterColumn(let index, let other, let change):
      return dataLoss(of: change, before.columns[index], after.columns[other], table)
    case .recreateColumn(let index, let other, let change):
      let old = before.columns[index]
      let new = after.columns[other]
      if new.arity != .required || new.defaultValue != nil {
        return [.columnRecreated(table: table, column: new.name)]
      }
      return [
        old.arity == .nullable && change.changesArity
          ? .addedRequired(table: table, column: new.name)
          : .recreatedRequired(table: table, column: new.name)
      ]
    case .renamePrimaryKey, .addPrimaryKey: return []
    }
  }

  private func dataLoss(
    of change: ColumnChange, _ old: SQLColumn, _ new: SQLColumn, _ table: String
  ) -> [DataLoss] {
    var found: [DataLoss] = []
    if change.type == .risky || change.type == .notCastable {
      found.append(
        .riskyCast(
          table: table, column: new.name, from: old.type.description, to: new.type.description))
    }
    // SQLite copies the rows with the default in the place of missing values.
    let fills = next.dialect == .sqlite && new.defaultValue != nil
    if old.arity == .nullable, new.arity == .required, !fills {
      found.append(.madeRequired(table: table, column: new.name))
    }
    if old.arity != .list, new.arity == .list {
      found.append(.madeList(table: table, column: new.name))
    }
    return found
  }
}

extension SQLType {
  /// The type as a person reads it.
  public var description: String {
    switch self {
    case .native(let type): type.description
    case .enumeration(let name): name.name
    case .unsupported(let text): text
    }
  }
}
