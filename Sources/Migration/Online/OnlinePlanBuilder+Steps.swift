extension OnlinePlanBuilder {
  /// Adds the statements of a step to the parts where they belong.
  mutating func add(_ step: Step, at index: Int) {
    switch step {
    case .rename(let rename):
      renames += renderer.statements(of: step).map {
        Statement(
          $0,
          actions: [
            StatementAction(rename.column == nil ? .renameTable : .renameColumn, rename.table.name)
          ])
      }
    case .createEnum(let place):
      // Prisma does not escape labels.
      let type = plan.next.enums[place]
      expand.append(
        Statement(
          "CREATE TYPE \(renderer.name(type.name)) AS ENUM ("
            + type.values.map(renderer.literal).joined(separator: ", ") + ")",
          actions: [StatementAction(.createType, nil)]))
    case .createSchema, .createExtension, .alterExtension, .dropExtension:
      expand += renderer.statements(of: step).map {
        Statement($0, actions: [StatementAction(.createType, nil)])
      }
    case .alterEnum(let old, let new, let change): alterEnum(old, new, change, index)
    case .dropEnum:
      droppedTypes += renderer.statements(of: step).map {
        Statement($0, actions: [StatementAction(.alterType, nil)])
      }
    case .createTable:
      expand += renderer.statements(of: step).map {
        Statement($0, actions: [StatementAction(.createTable, nil)])
      }
    case .dropTable(let table):
      contract += renderer.statements(of: step).map {
        Statement(
          $0, actions: [StatementAction(.dropTable, plan.previous.tables[table].name.name)],
          hazards: dataHazards(index) { _ in true })
      }
    case .alterTable(let table, let other, let changes):
      alterTable(table, other, changes, index)
    case .createIndex(let existing, let table, let place, let isRestored):
      createIndex(existing, table, place, isRestored, index)
    case .dropIndex(let table, let place): dropIndex(table, place)
    case .renameIndex(let table, _, _, _):
      renamedIndexes += renderer.statements(of: step).map {
        Statement(
          $0, actions: [StatementAction(.renameIndex, plan.previous.tables[table].name.name)])
      }
    case .addForeignKey(let table, let place): addForeignKey(table, place)
    case .dropForeignKey(let table, let place): dropForeignKey(table, place)
    case .renameForeignKey(let table, _, _, _):
      finish += renderer.statements(of: step).map {
        Statement(
          $0, actions: [StatementAction(.renameConstraint, plan.previous.tables[table].name.name)])
      }
    // PostgreSQL has no such steps.
    case .alterSequence, .alterPrimaryKey, .redefineTables, .redefineIndex: break
    }
  }

  // MARK: Enums

  /// New values come first, so that the rest can use them; values go at the end, by a swap of the type.
  private mutating func alterEnum(_ old: Int, _ new: Int, _ change: EnumChange, _ step: Int) {
    let name = plan.previous.enums[old].name
    for value in change.added {
      let statement = Statement(
        "ALTER TYPE \(renderer.name(name)) ADD VALUE \(renderer.literal(value))",
        actions: [StatementAction(.addEnumValue, nil)],
        hazards: change.removed.isEmpty ? [.enumValueAdded(to: name.name)] : [])
      if transactions.user(of: value, in: name) == nil {
        expand.append(statement)
      } else {
        enumValues.append(statement)
      }
    }
    if !change.removed.isEmpty { swap(plan.next.enums[new], step) }
  }

  private mutating func swap(_ type: SQLEnum, _ step: Int) {
    let temporary = type.name.with(name: type.name.name + "_new")
    let replaced = type.name.with(name: type.name.name + "_old")
    let types = [
      "ALTER TYPE \(renderer.name(type.name)) RENAME TO \(renderer.quoted(replaced.name))",
      "ALTER TYPE \(renderer.name(temporary)) RENAME TO \(renderer.quoted(type.name.name))",
      "DROP TYPE \(renderer.name(replaced))",
    ].map { Statement($0, actions: [StatementAction(.alterType, nil)]) }
    // Its columns have the new type by then, but for those that go later.
    if swappedEnums.contains(type.name) {
      if enumsOfDropped.contains(type.name) {
        swappedTypes += types.dropLast()
        droppedTypes += types.suffix(1)
      } else {
        swappedTypes += types
      }
      return
    }
    let note = enumObstacles[type.name].map { "In place, under lock: \($0)." }
    var statements = [
      Statement(
        "CREATE TYPE \(renderer.name(temporary)) AS ENUM ("
          + type.values.map(renderer.literal).joined(separator: ", ") + ")",
        actions: [StatementAction(.createType, nil)])
    ]
    var defaults: [Statement] = []
    for place in renderer.enumColumns.next[type.name] ?? [] {
      let table = plan.next.tables[place.table]
      let column = table.columns[place.column]
      let name = renderer.quoted(column.name)
      let head = "ALTER TABLE \(renderer.name(table.name)) ALTER COLUMN \(name)"
      let list = column.arity == .list ? "[]" : ""
      let target = renderer.name(temporary) + list
      let quick = [StatementAction(.setDefault, table.name.name)]
      if let value = renderer.defaultText(of: column) {
        statements.append(Statement("\(head) DROP DEFAULT", actions: quick))
        defaults.append(Statement("\(head) SET DEFAULT \(value)", actions: quick))
      }
      statements.append(
        Statement(
          "\(head) TYPE \(target) USING (\(name)::text\(list)::\(target))", note: note,
          actions: [StatementAction(.setType, table.name.name)],
          hazards: dataHazards(step) { _ in true }))
    }
    enumSwaps.append((type.name.name, statements + types + defaults))
  }

  // MARK: Indexes

  private mutating func createIndex(
    _ existing: Int?, _ table: Int, _ place: Int, _ isRestored: Bool, _ step: Int
  ) {
    let owner = plan.next.tables[table]
    var index = owner.indexes[place]
    guard existing != nil else {
      expand.append(
        Statement(
          renderer.createIndex(index, on: owner), actions: [StatementAction(.createIndex, nil)]))
      return
    }
    // Where its columns are cast in place the index stays.
    let remade = remadeColumns[owner.name] ?? []
    if isRestored, !index.columns.contains(where: { remade.contains($0.name) }) { return }
    let name = index.name
    let isTaken = usedNames.contains(owner.name.with(name: name)) && !isRestored
    if isTaken { index.name = temporaryName(name) }
    let hazards = dataHazards(step) { _ in true }
    if plan.previous.details.tables[owner.name]?.isPartitioned == true {
      expand.append(
        Statement(
          renderer.createIndex(index, on: owner),
          actions: [StatementAction(.createIndex, owner.name.name)], hazards: hazards))
    } else {
      buildIndex(index, owner, hazards)
    }
    if isTaken {
      renamedIndexes.append(
        Statement(
          "ALTER INDEX \(renderer.name(owner.name.with(name: index.name))) RENAME TO "
            + renderer.quoted(name),
          actions: [StatementAction(.renameIndex, owner.name.name)]))
    }
  }

  /// A name that an index has until the one that is wanted is free; PostgreSQL takes 63 bytes.
  func temporaryName(_ name: String) -> String {
    var name = name
    while name.utf8.count > 59 { name.removeLast() }
    return name + "_new"
  }

  mutating func buildIndex(_ index: SQLIndex, _ owner: SQLTable, _ hazards: [Hazard]) {
    let text = renderer.createIndex(index, on: owner)
    let head = index.kind == .unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX "
    indexes.append(
      (
        index.name,
        Statement(
          head + "CONCURRENTLY " + text.dropFirst(head.count),
          note: "Where this fails it leaves an invalid index: drop it before you run it again.",
          actions: [StatementAction(.createIndexConcurrently, owner.name.name)], hazards: hazards)
      ))
  }

  private mutating func dropIndex(_ table: Int, _ place: Int) {
    let owner = plan.previous.tables[table]
    let index = owner.indexes[place]
    let remade = remadeColumns[owner.name] ?? []
    // It is gone with its column.
    if index.columns.contains(where: { remade.contains($0.name) }) { return }
    let isPartitioned = plan.previous.details.tables[owner.name]?.isPartitioned == true
    let name = renderer.name(owner.name.with(name: index.name))
    if isPartitioned {
      // It goes before what takes its name.
      renamedIndexes.insert(
        Statement("DROP INDEX \(name)", actions: [StatementAction(.dropIndex, owner.name.name)]),
        at: 0)
    } else {
      droppedIndexes.append(
        (
          index.name,
          Statement(
            "DROP INDEX CONCURRENTLY \(name)",
            actions: [StatementAction(.dropIndexConcurrently, owner.name.name)])
        ))
    }
  }

  // MARK: Foreign keys

  private mutating func addForeignKey(_ table: Int, _ place: Int) {
    let owner = plan.next.tables[table]
    let key = owner.foreignKeys[place]
    let text = renderer.addForeignKey(key, to: owner)
    let isReferencedNew = places[key.referencedTable].map { created.contains($0) } ?? false
    let other = isReferencedNew ? nil : key.referencedTable.name
    if created.contains(table) {
      constrain.append(
        Statement(text, actions: [StatementAction(.addForeignKey, nil, other: other)]))
      return
    }
    let isPartitioned = plan.previous.details.tables[owner.name]?.isPartitioned == true
    if isPartitioned, (version ?? 12) < 18 {
      constrain.append(
        Statement(
          text, actions: [StatementAction(.addForeignKey, owner.name.name, other: other)]))
      return
    }
    constrain.append(
      Statement(
        text + " NOT VALID",
        actions: [StatementAction(.addForeignKeyNotValid, owner.name.name, other: other)]))
    validate.append(
      Statement(
        "ALTER TABLE \(renderer.name(owner.name)) VALIDATE CONSTRAINT \(renderer.quoted(key.name))",
        actions: [StatementAction(.validateForeignKey, owner.name.name, other: other)]))
  }

  private mutating func dropForeignKey(_ table: Int, _ place: Int) {
    let owner = plan.previous.tables[table]
    let key = owner.foreignKeys[place]
    let statements = renderer.statements(
      of: .dropForeignKey(previousTable: table, previous: place)
    ).map {
      Statement(
        $0,
        actions: [
          StatementAction(.dropForeignKey, owner.name.name, other: key.referencedTable.name)
        ])
    }
    let changed =
      key.columns.filter { changedColumns[owner.name]?.contains($0) == true }
      .map { (owner.name, $0) }
      + key.referencedColumns.filter { changedColumns[key.referencedTable]?.contains($0) == true }
      .map { (key.referencedTable, $0) }
    if !changed.isEmpty {
      if changed.allSatisfy({ isSwapped($0.1, of: $0.0) }) {
        detachedForeignKeys += statements
      } else {
        expand += statements
      }
    } else if places[owner.name] == nil {
      droppedForeignKeys += statements
    } else {
      // Before a new one of its name, and before the key that it rests on.
      constrain += statements
    }
  }
}
