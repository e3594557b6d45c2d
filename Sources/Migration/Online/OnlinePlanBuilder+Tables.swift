extension OnlinePlanBuilder {
  /// Adds what changes in a table.
  mutating func alterTable(_ table: Int, _ other: Int, _ changes: [TableChange], _ step: Int) {
    let before = plan.previous.tables[table]
    let after = plan.next.tables[other]
    var work = TableWork(
      name: before.name.name, head: "ALTER TABLE \(renderer.name(after.name)) ")
    for change in changes {
      switch change {
      case .dropColumn(let index):
        let name = before.columns[index].name
        work.contract.append("DROP COLUMN \(renderer.quoted(name))")
        work.lost += dataHazards(step) { $0 == .dropColumn(table: before.name.name, column: name) }
      case .addColumn(let index): add(after.columns[index], to: after, &work)
      case .alterColumn(let old, let new, let change):
        alter(before.columns[old], after.columns[new], change, of: after, step, &work)
      case .recreateColumn(let old, let new, let change):
        let (old, new) = (before.columns[old], after.columns[new])
        if let cast = cast(from: old, to: new, change.type) {
          retype(old, new, cast, of: after, step, &work)
        } else {
          remake(new, of: after, step, &work)
        }
      case .dropPrimaryKey, .addPrimaryKey, .renamePrimaryKey: break
      }
    }
    changePrimaryKey(changes, before, after, &work)
    add(work)
  }

  /// The clauses of one table, by the part that they go to.
  struct TableWork {
    /// For locks.
    let name: String
    /// `ALTER TABLE … `
    let head: String
    var expand: [String] = []
    var expandKinds: [StatementKind] = []
    var rewrite: [String] = []
    var isRewritten = false
    var rewriteHazards: [Hazard] = []
    var rewriteNote: String?
    var fill: [(name: String, statement: Statement)] = []
    var finish: [Statement] = []
    var contract: [String] = []
    var lost: [Hazard] = []
    var last: [Statement] = []
  }

  private mutating func add(_ work: TableWork) {
    func actions(_ kinds: [StatementKind]) -> [StatementAction] {
      kinds.map { StatementAction($0, work.name) }
    }
    func joined(_ clauses: [String]) -> String { work.head + clauses.joined(separator: ",\n") }
    if !work.expand.isEmpty {
      expand.append(Statement(joined(work.expand), actions: actions(work.expandKinds)))
    }
    if !work.rewrite.isEmpty {
      let statement = Statement(
        joined(work.rewrite), note: work.rewriteNote,
        actions: actions([work.isRewritten ? .setType : .dropColumn]),
        hazards: work.rewriteHazards)
      rewrites.append((work.name, [statement] + work.last))
    } else {
      expand += work.last
    }
    fills += work.fill
    finish += work.finish
    if !work.contract.isEmpty {
      contract.append(
        Statement(joined(work.contract), actions: actions([.dropColumn]), hazards: work.lost))
    }
  }

  // MARK: New columns

  private mutating func add(_ column: SQLColumn, to table: SQLTable, _ work: inout TableWork) {
    let kind = StatementActions.kind(adding: column)
    if kind == .addColumn {
      work.expand.append("ADD COLUMN \(renderer.definition(of: column).trimmed)")
      work.expandKinds.append(.addColumn)
      return
    }
    addEmpty(column, to: table, &work)
  }

  /// Adds a column without its value, which is filled in later.
  private mutating func addEmpty(
    _ column: SQLColumn, to table: SQLTable, _ work: inout TableWork
  ) {
    let name = renderer.quoted(column.name)
    var empty = column
    empty.arity = column.arity == .list ? .list : .nullable
    empty.defaultValue = nil
    empty.isAutoincrement = false
    work.expand.append("ADD COLUMN \(renderer.definition(of: empty).trimmed)")
    work.expandKinds.append(.addColumn)
    if column.isAutoincrement {
      work.last += sequence(of: column, table, work.name)
    } else if let value = renderer.defaultText(of: column) {
      work.last.append(
        Statement(
          work.head + "ALTER COLUMN \(name) SET DEFAULT \(value)",
          actions: [StatementAction(.setDefault, work.name)]))
    }
    if column.isAutoincrement || column.defaultValue != nil {
      work.fill.append(
        (
          "\(work.name) \(column.name)",
          fillStatement(table, set: "\(name) = DEFAULT", where: "\(name) IS NULL", hazards: [])
        ))
    }
    if column.arity == .required {
      require(column, of: table, hasValues: column.isAutoincrement || column.defaultValue != nil)
    }
  }

  /// What `SERIAL` stands for.
  private func sequence(
    of column: SQLColumn, _ table: SQLTable, _ lockName: String
  ) -> [Statement] {
    var plain = column
    plain.isAutoincrement = false
    let sequence = renderer.name(
      table.name.with(name: "\(table.name.name)_\(column.name)_seq"))
    let owner = renderer.name(table.name)
    let name = renderer.quoted(column.name)
    return [
      Statement(
        "CREATE SEQUENCE \(sequence) AS \(renderer.type(of: plain))",
        actions: [StatementAction(.createType, nil)]),
      Statement(
        "ALTER TABLE \(owner) ALTER COLUMN \(name) SET DEFAULT nextval("
          + "\(renderer.literal(sequence)))",
        actions: [StatementAction(.setDefault, lockName)]),
      Statement(
        "ALTER SEQUENCE \(sequence) OWNED BY \(owner).\(name)",
        actions: [StatementAction(.ownSequence, lockName)]),
    ]
  }

  /// Makes a column required without a scan under lock: by a check that is validated beforehand, in 18 by
  /// the constraint itself.
  mutating func require(_ column: SQLColumn, of table: SQLTable, hasValues: Bool) {
    let name = renderer.quoted(column.name)
    let head = "ALTER TABLE \(renderer.name(table.name)) "
    let lockName = table.name.name
    let note =
      hasValues
      ? nil
      : "Rows without a value in \(name) make it fail: fill them in before you validate."
    let hazards: [Hazard] =
      hasValues ? [] : [Hazard(.madeRequired(table: lockName, column: column.name))]
    let constraint = "\(table.name.name)_\(column.name)_not_null"
    if (version ?? 12) >= 18, constraint.utf8.count <= 63 {
      let constraint = renderer.quoted(constraint)
      constrain.append(
        Statement(
          head + "ADD CONSTRAINT \(constraint) NOT NULL \(name) NOT VALID",
          actions: [StatementAction(.addNotNullNotValid, lockName)]))
      validate.append(
        Statement(
          head + "VALIDATE CONSTRAINT \(constraint)", note: note,
          actions: [StatementAction(.validateConstraint, lockName)], hazards: hazards))
      return
    }
    let check = makeCheckName(table, column)
    constrain.append(
      Statement(
        head + "ADD CONSTRAINT \(check) CHECK (\(name) IS NOT NULL) NOT VALID",
        actions: [StatementAction(.addCheckNotValid, lockName)]))
    validate.append(
      Statement(
        head + "VALIDATE CONSTRAINT \(check)", note: note,
        actions: [StatementAction(.validateConstraint, lockName)], hazards: hazards))
    finish.append(
      Statement(
        head + "ALTER COLUMN \(name) SET NOT NULL",
        actions: [StatementAction(.setNotNullChecked, lockName)]))
    finish.append(
      Statement(
        head + "DROP CONSTRAINT \(check)", actions: [StatementAction(.dropConstraint, lockName)]))
  }

  // MARK: Changed columns

  private mutating func alter(
    _ old: SQLColumn, _ new: SQLColumn, _ change: ColumnChange, of table: SQLTable, _ step: Int,
    _ work: inout TableWork
  ) {
    let flipsList = (old.arity == .list) != (new.arity == .list)
    if change.type != nil || flipsList {
      if let cast = cast(from: old, to: new, change.type) {
        retype(old, new, cast, of: table, step, &work)
      } else {
        remake(new, of: table, step, &work)
      }
      return
    }
    let head = "ALTER COLUMN \(renderer.quoted(new.name)) "
    if old.arity == .required, new.arity == .nullable {
      work.expand.append(head + "DROP NOT NULL")
      work.expandKinds.append(.dropNotNull)
    }
    if change.changesAutoincrement {
      changeSequence(old, new, of: table, &work)
    } else if change.changesDefault {
      let value = renderer.defaultText(of: new)
      work.expand.append(head + (value.map { "SET DEFAULT \($0)" } ?? "DROP DEFAULT"))
      work.expandKinds.append(.setDefault)
    }
    if old.arity == .nullable, new.arity == .required {
      require(new, of: table, hasValues: false)
    }
  }

  private func changeSequence(
    _ old: SQLColumn, _ new: SQLColumn, of table: SQLTable, _ work: inout TableWork
  ) {
    if new.isAutoincrement {
      // The name is the one that Prisma gives, which is in small letters since it has no quotes there.
      let sequence = renderer.name(
        table.name.with(name: "\(table.name.name)_\(new.name)_seq".lowercased()))
      let owner = renderer.name(table.name)
      let name = renderer.quoted(new.name)
      work.last += [
        Statement(
          "CREATE SEQUENCE \(sequence)", actions: [StatementAction(.createType, nil)]),
        Statement(
          work.head
            + "ALTER COLUMN \(name) SET DEFAULT nextval(\(renderer.literal(sequence)))",
          actions: [StatementAction(.setDefault, work.name)]),
        Statement(
          "ALTER SEQUENCE \(sequence) OWNED BY \(owner).\(name)",
          actions: [StatementAction(.ownSequence, work.name)]),
      ]
      return
    }
    let head = "ALTER COLUMN \(renderer.quoted(new.name)) "
    let value = renderer.defaultText(of: new)
    work.expand.append(head + (value.map { "SET DEFAULT \($0)" } ?? "DROP DEFAULT"))
    work.expandKinds.append(.setDefault)
    work.last += dropSequence(of: old, table)
  }

  /// The sequence that a column no longer takes its values from.
  private func dropSequence(of old: SQLColumn, _ table: SQLTable) -> [Statement] {
    guard case .sequence(let known)? = old.defaultValue else { return [] }
    let isStillUsed =
      !known.isEmpty
      && plan.next.tables.contains { table in
        table.columns.contains { $0.defaultValue == .sequence(known) }
      }
    if isStillUsed { return [] }
    let name = known.isEmpty ? "\(table.name.name)_\(old.name)_seq" : known
    return [
      Statement(
        "DROP SEQUENCE IF EXISTS \(renderer.name(table.name.with(name: name)))",
        actions: [StatementAction(.dropSequence, nil)])
    ]
  }

  /// Casts the values in place.
  private mutating func retype(
    _ old: SQLColumn, _ new: SQLColumn, _ cast: OnlineCast, of table: SQLTable, _ step: Int,
    _ work: inout TableWork
  ) {
    if isSwapped(new.name, of: table.name) { return }
    var plain = new
    plain.isAutoincrement = false
    let head = "ALTER COLUMN \(renderer.quoted(new.name)) "
    var clauses: [String] = []
    let keepsSequence = old.isAutoincrement && new.isAutoincrement
    if old.defaultValue != nil, !keepsSequence { clauses.append(head + "DROP DEFAULT") }
    if old.arity == .required, new.arity != .required { clauses.append(head + "DROP NOT NULL") }
    var type = head + "SET DATA TYPE \(renderer.type(of: plain))"
    if case .using(let expression) = cast { type += " USING (\(expression))" }
    clauses.append(type)
    if let value = renderer.defaultText(of: new), !new.isAutoincrement {
      clauses.append(head + "SET DEFAULT \(value)")
    }
    if isRewritten(old, new, cast) {
      work.rewrite += clauses
      work.isRewritten = true
      work.rewriteNote = swapObstacles[table.name].map { "In place, under lock: \($0)." }
      work.rewriteHazards += castHazards(old, new, cast, table)
    } else {
      work.expand += clauses
      work.expandKinds.append(.setTypeElided)
    }
    if keepsSequence, old.hasHiddenSequence {
      // Its sequence takes the new type with it.
    } else if keepsSequence {
      work.last.append(
        Statement(
          "ALTER SEQUENCE \(sequenceName(old, table)) AS \(renderer.type(of: plain))",
          actions: [StatementAction(.createType, nil)]))
    } else if new.isAutoincrement {
      changeSequence(old, new, of: table, &work)
    } else if old.isAutoincrement {
      work.last += dropSequence(of: old, table)
    }
    if old.arity != .required, new.arity == .required {
      require(new, of: table, hasValues: false)
    }
  }

  /// Whether the table is written anew for a cast in place.
  func isRewritten(_ old: SQLColumn, _ new: SQLColumn, _ cast: OnlineCast) -> Bool {
    if case .using = cast { true } else { TypeRewrite.isNeeded(from: old, to: new) }
  }

  /// The sequence of a column, as SQL writes it.
  func sequenceName(_ column: SQLColumn, _ table: SQLTable) -> String {
    if case .sequence(let name)? = column.defaultValue, !name.isEmpty {
      return renderer.name(table.name.with(name: name))
    }
    return renderer.name(table.name.with(name: "\(table.name.name)_\(column.name)_seq"))
  }

  /// What can be wrong with the values.
  func castHazards(
    _ old: SQLColumn, _ new: SQLColumn, _ cast: OnlineCast, _ table: SQLTable
  ) -> [Hazard] {
    let isSafe =
      if case .plain = cast { TypeComparison.change(from: old, to: new) == .safe } else { false }
    if isSafe { return [] }
    return [
      Hazard(
        .riskyCast(
          table: table.name.name, column: new.name, from: old.type.description,
          to: new.type.description))
    ]
  }

  /// Drops a column and makes it anew, where there is no cast.
  private mutating func remake(
    _ column: SQLColumn, of table: SQLTable, _ step: Int, _ work: inout TableWork
  ) {
    var inner = TableWork(name: work.name, head: work.head)
    add(column, to: table, &inner)
    work.rewrite.append("DROP COLUMN \(renderer.quoted(column.name))")
    work.rewrite += inner.expand
    work.last += inner.last
    work.fill += inner.fill
    work.rewriteHazards.append(
      Hazard(.columnRecreated(table: table.name.name, column: column.name)))
  }

  // MARK: Primary keys

  private mutating func changePrimaryKey(
    _ changes: [TableChange], _ before: SQLTable, _ after: SQLTable, _ work: inout TableWork
  ) {
    let drops = changes.contains(.dropPrimaryKey)
    let adds = changes.contains(.addPrimaryKey)
    let remade = remadeColumns[before.name] ?? []
    // Databases tell of an order, which schemas don't write.
    let isSame =
      before.primaryKey?.columns.map(\.name) == after.primaryKey?.columns.map(\.name)
    // A key whose columns are cast in place stays.
    let stays =
      drops && adds && isSame
      && !(after.primaryKey?.columns.contains { remade.contains($0.name) } ?? true)
    let actions = [StatementAction(.dropConstraint, work.name)]
    if !drops && !adds || stays {
      guard changes.contains(.renamePrimaryKey), let old = before.primaryKey,
        let new = after.primaryKey
      else { return }
      work.finish.append(
        Statement(
          work.head + "RENAME CONSTRAINT \(renderer.quoted(old.name)) TO "
            + renderer.quoted(new.name),
          actions: [StatementAction(.renameConstraint, work.name)]))
      return
    }
    let goes = drops && !(before.primaryKey?.columns.contains { remade.contains($0.name) } ?? true)
    guard adds, let key = after.primaryKey else {
      if goes, let old = before.primaryKey {
        work.finish.append(
          Statement(work.head + "DROP CONSTRAINT \(renderer.quoted(old.name))", actions: actions))
      }
      return
    }
    var name = key.name
    if usedNames.contains(after.name.with(name: name)) { name = temporaryName(name) }
    buildIndex(
      SQLIndex(
        name: name, kind: .unique, columns: key.columns.map { SQLIndexColumn(name: $0.name) }),
      after, [Hazard(.uniqueAdded(table: work.name, columns: key.columns.map(\.name)))])
    var clauses: [String] = []
    if goes, let old = before.primaryKey {
      clauses.append("DROP CONSTRAINT \(renderer.quoted(old.name))")
    }
    clauses.append(
      "ADD CONSTRAINT \(renderer.quoted(key.name)) PRIMARY KEY USING INDEX \(renderer.quoted(name))"
    )
    work.finish.append(
      Statement(
        work.head + clauses.joined(separator: ",\n"),
        actions: actions + [StatementAction(.addPrimaryKeyUsingIndex, work.name)]))
  }
}

extension String {
  /// Without the blanks at its start.
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
