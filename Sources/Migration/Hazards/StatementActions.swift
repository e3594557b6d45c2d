/// Finds out what the statements of a plan's steps do.
struct StatementActions {
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

  /// What each of a step's statements does.
  func actions(of step: Step, statements: [String]) -> [[StatementAction]] {
    switch step {
    case .alterTable(let table, let other, let changes):
      return statements.map {
        $0.hasPrefix("ALTER TABLE") && !$0.contains(" RENAME CONSTRAINT ")
          ? alterTable(previous.tables[table], next.tables[other], changes)
          : actionsAround($0, previous.tables[table])
      }
    case .alterEnum(_, _, let change) where !change.removed.isEmpty:
      return statements.map(actionsInSwap)
    default: return statements.map { _ in actions(of: step) }
    }
  }

  private func actions(of step: Step) -> [StatementAction] {
    switch step {
    case .rename(let rename):
      return [
        StatementAction(rename.column == nil ? .renameTable : .renameColumn, rename.table.name)
      ]
    case .createSchema, .dropExtension, .createExtension, .alterExtension, .createEnum:
      return [StatementAction(.createType, nil)]
    case .alterEnum: return [StatementAction(.addEnumValue, nil)]
    case .dropEnum: return [StatementAction(.alterType, nil)]
    case .createTable: return [StatementAction(.createTable, nil)]
    case .alterTable, .alterSequence, .alterPrimaryKey, .redefineTables, .redefineIndex: return []
    case .dropForeignKey(let table, let index):
      let owner = previous.tables[table]
      return [
        StatementAction(
          .dropForeignKey, owner.name.name, other: owner.foreignKeys[index].referencedTable.name)
      ]
    case .dropIndex(let table, _):
      return [StatementAction(.dropIndex, previous.tables[table].name.name)]
    // Its foreign keys went before.
    case .dropTable(let table):
      return [StatementAction(.dropTable, previous.tables[table].name.name)]
    case .renameForeignKey(let table, _, _, _):
      return [StatementAction(.renameConstraint, previous.tables[table].name.name)]
    case .createIndex(let existing, let table, _, _):
      return [
        StatementAction(.createIndex, existing == nil ? nil : next.tables[table].name.name)
      ]
    case .addForeignKey(let table, let index):
      let owner = next.tables[table]
      let referenced = owner.foreignKeys[index].referencedTable
      let isOld = tables[referenced].map { !created.contains($0) } ?? false
      return [
        StatementAction(
          .addForeignKey, created.contains(table) ? nil : owner.name.name,
          other: isOld ? referenced.name : nil)
      ]
    case .renameIndex(let table, _, _, _):
      return [StatementAction(.renameIndex, previous.tables[table].name.name)]
    }
  }

  /// A statement before or behind an `ALTER TABLE`.
  private func actionsAround(_ statement: String, _ table: SQLTable) -> [StatementAction] {
    if statement.hasPrefix("ALTER TABLE") {
      return [StatementAction(.renameConstraint, table.name.name)]
    }
    if statement.hasPrefix("ALTER SEQUENCE") {
      return [StatementAction(.ownSequence, table.name.name)]
    }
    return [StatementAction(.createType, nil)]
  }

  private func actionsInSwap(_ statement: String) -> [StatementAction] {
    guard statement.hasPrefix("ALTER TABLE") else { return [StatementAction(.alterType, nil)] }
    // `ALTER TABLE "schema"."T" ALTER COLUMN …`: the last name before the clause.
    let head = statement.dropFirst("ALTER TABLE ".count)
    let name = head.firstRange(of: " ALTER COLUMN ").map { head[..<$0.lowerBound] } ?? head[...]
    let table = name.split(separator: "\"").last.map { String($0) } ?? ""
    let isType = statement.contains(" TYPE ") && statement.contains(" USING ")
    return [StatementAction(isType ? .setType : .setDefault, table)]
  }

  private func alterTable(
    _ before: SQLTable, _ after: SQLTable, _ changes: [TableChange]
  ) -> [StatementAction] {
    let kinds = changes.flatMap { change -> [StatementKind] in
      switch change {
      case .addPrimaryKey: [.addPrimaryKey]
      case .dropPrimaryKey: [.dropConstraint]
      case .renamePrimaryKey: []
      case .dropColumn: [.dropColumn]
      case .addColumn(let column): [Self.kind(adding: after.columns[column])]
      case .recreateColumn(_, let column, _):
        [.dropColumn, Self.kind(adding: after.columns[column])]
      case .alterColumn(let old, let new, let change):
        Self.kinds(altering: before.columns[old], to: after.columns[new], change)
      }
    }
    return kinds.map { StatementAction($0, before.name.name) }
  }

  private static func kinds(
    altering old: SQLColumn, to new: SQLColumn, _ change: ColumnChange
  ) -> [StatementKind] {
    var kinds: [StatementKind] = []
    if old.arity == .nullable, new.arity == .required { kinds.append(.setNotNull) }
    if old.arity == .required, new.arity == .nullable { kinds.append(.dropNotNull) }
    if change.changesDefault || change.changesAutoincrement { kinds.append(.setDefault) }
    if change.type != nil || (old.arity == .list) != (new.arity == .list) {
      kinds.append(TypeRewrite.isNeeded(from: old, to: new) ? .setType : .setTypeElided)
    }
    return kinds
  }

  /// The kind of `ADD COLUMN`.
  static func kind(adding column: SQLColumn) -> StatementKind {
    if column.isAutoincrement { return .addSerialColumn }
    if case .dbGenerated(let text?)? = column.defaultValue,
      !StableExpression.isStable(text)
    {
      return .addVolatileColumn
    }
    return column.arity == .required && column.defaultValue == nil
      ? .addRequiredColumn : .addColumn
  }
}

/// Whether an expression has one value for all rows of a statement, as far as its text tells.
enum StableExpression {
  /// Casts and constants have, and the functions that tell when the transaction or statement began.
  static func isStable(_ expression: String) -> Bool {
    let text = expression.lowercasedInASCII.filter { $0 != " " }
    if !text.contains("(") { return true }
    return ["now()", "transaction_timestamp()", "statement_timestamp()"].contains(text)
  }
}
