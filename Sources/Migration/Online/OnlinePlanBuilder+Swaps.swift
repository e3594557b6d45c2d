extension OnlinePlanBuilder {
  // MARK: Which columns

  /// Finds the columns that get their new type beside the work, and for the others why not.
  ///
  /// A table is either swapped in all columns that would have it written anew, or written anew once.
  mutating func findSwaps() {
    let finder = SwapFinder(plan: plan)
    let builder = self
    for case .alterTable(let table, let other, let changes) in plan.steps {
      let (before, after) = (plan.previous.tables[table], plan.next.tables[other])
      let known = finder.table(before, after)
      var found: [ColumnSwap] = []
      var obstacle: String?
      for change in changes {
        guard let (old, new, change) = retyped(change, before, after) else { continue }
        guard let cast = cast(from: old, to: new, change) else {
          obstacle = "the values of `\(new.name)` can't be cast"
          continue
        }
        if !isRewritten(old, new, cast) { continue }
        if let reason = finder.obstacle(to: old, new, in: known) {
          obstacle = obstacle ?? reason
          continue
        }
        var swap = ColumnSwap(
          old: old, new: new, temporary: SwapFinder.temporary(new.name), type: type(of: new)
        ) { value in
          guard case .using(let text)? = builder.cast(from: old, to: new, change, column: value)
          else {
            return value
          }
          return text
        }
        swap.hazards = castHazards(old, new, cast, after)
        found.append(swap)
      }
      if let obstacle {
        swapObstacles[before.name] = obstacle
      } else if !found.isEmpty {
        swaps[before.name] = found
      }
    }
    findEnumSwaps(finder)
    swappedColumns = swaps.mapValues { Set($0.map(\.new.name)) }
  }

  /// What changes the type of a column, or whether it holds a list.
  private func retyped(
    _ change: TableChange, _ before: SQLTable, _ after: SQLTable
  ) -> (SQLColumn, SQLColumn, TypeChange?)? {
    switch change {
    case .alterColumn(let old, let new, let change)
    where change.type != nil
      || (before.columns[old].arity == .list) != (after.columns[new].arity == .list):
      (before.columns[old], after.columns[new], change.type)
    case .recreateColumn(let old, let new, let change):
      (before.columns[old], after.columns[new], change.type)
    default: nil
    }
  }

  /// An enum that loses a value is another type for all of its columns; they are swapped together.
  private mutating func findEnumSwaps(_ finder: SwapFinder) {
    var known: [QualifiedName: SwapFinder.Table] = [:]
    for case (let step, .alterEnum(_, let type, let change)) in plan.steps.enumerated()
    where !change.removed.isEmpty {
      let name = plan.next.enums[type].name
      let target = renderer.name(name.with(name: name.name + "_new"))
      var found: [(table: QualifiedName, swap: ColumnSwap)] = []
      var obstacle: String?
      for place in renderer.enumColumns.next[name] ?? [] {
        let after = plan.next.tables[place.table]
        let new = after.columns[place.column]
        guard let before = previousTables[after.name].map({ plan.previous.tables[$0] }),
          let old = before.columnIndex(new.name).map({ before.columns[$0] }), old.type == new.type,
          (old.arity == .list) == (new.arity == .list)
        else {
          obstacle = "`\(new.name)` of `\(after.name.name)` gets the type in the same migration"
          break
        }
        let table = known[after.name] ?? finder.table(before, after)
        known[after.name] = table
        obstacle = swapObstacles[after.name] ?? finder.obstacle(to: old, new, in: table)
        if case .dbGenerated? = new.defaultValue {
          obstacle = "the default of `\(new.name)` names the type"
        }
        if obstacle != nil { break }
        let list = new.arity == .list ? "[]" : ""
        var swap = ColumnSwap(
          old: old, new: new, temporary: SwapFinder.temporary(new.name), type: target + list
        ) { "\($0)::text\(list)::\(target)\(list)" }
        swap.hazards = dataHazards(step) { _ in true }
        found.append((after.name, swap))
      }
      if let obstacle {
        enumObstacles[name] = obstacle
      } else {
        swappedEnums.insert(name)
        for (table, swap) in found { swaps[table, default: []].append(swap) }
      }
    }
  }

  /// The new type of a column, without what makes it count up.
  private func type(of column: SQLColumn) -> String {
    var plain = column
    plain.isAutoincrement = false
    return renderer.type(of: plain)
  }

  /// Whether a column is swapped.
  func isSwapped(_ column: String, of table: QualifiedName) -> Bool {
    swappedColumns[table]?.contains(column) ?? false
  }

  // MARK: Their statements

  /// Adds the statements of all swaps to the parts where they belong.
  mutating func addSwaps() {
    if swaps.isEmpty, swappedEnums.isEmpty { return }
    for type in plan.next.enums where swappedEnums.contains(type.name) {
      expand.append(
        Statement(
          "CREATE TYPE \(renderer.name(type.name.with(name: type.name.name + "_new"))) AS ENUM ("
            + type.values.map(renderer.literal).joined(separator: ", ") + ")",
          actions: [StatementAction(.createType, nil)]))
    }
    for table in plan.next.tables {
      if let columns = swaps[table.name] { add(columns, of: table) }
    }
  }

  private mutating func add(_ columns: [ColumnSwap], of table: SQLTable) {
    let name = table.name.name
    let owner = renderer.name(table.name)
    let head = "ALTER TABLE \(owner) "
    let function = renderer.name(table.name.with(name: Self.cut("sync_\(name)", to: 63)))
    let trigger = renderer.quoted(Self.cut("zz_sync_\(name)", to: 63))
    expand.append(
      Statement(
        head
          + columns.map { "ADD COLUMN \(renderer.quoted($0.temporary)) \($0.type)" }
          .joined(separator: ",\n"),
        actions: [StatementAction(.addColumn, name)]))
    let body = columns.map {
      "  NEW.\(renderer.quoted($0.temporary)) := "
        + $0.value("NEW.\(renderer.quoted($0.new.name))") + ";\n"
    }.joined()
    expand.append(
      Statement(
        "CREATE FUNCTION \(function)() RETURNS trigger LANGUAGE plpgsql\n"
          + "SET search_path FROM CURRENT SET TimeZone FROM CURRENT AS "
          + Self.dollarQuoted("\nBEGIN\n\(body)  RETURN NEW;\nEND\n"),
        actions: [StatementAction(.createType, nil)]))
    expand.append(
      Statement(
        "CREATE TRIGGER \(trigger) BEFORE INSERT OR UPDATE ON \(owner) FOR EACH ROW EXECUTE FUNCTION "
          + "\(function)()",
        note:
          "Until the swap it keeps the new columns equal to the old ones; what can't be cast is "
          + "refused.",
        actions: [StatementAction(.createTrigger, name)]))
    var checks: [String: String] = [:]
    for column in columns where column.new.arity == .required {
      let check = makeCheckName(table, column.new)
      checks[column.new.name] = check
      expand.append(
        Statement(
          head + "ADD CONSTRAINT \(check) CHECK (\(renderer.quoted(column.temporary)) IS NOT NULL) "
            + "NOT VALID",
          actions: [StatementAction(.addCheckNotValid, name)]))
    }
    fill(columns, table)
    let names = Dictionary(
      columns.map { ($0.new.name, $0.temporary) }, uniquingKeysWith: { $1 })
    var renamed: [(from: String, to: String)] = []
    for index in table.indexes {
      guard let built = beside(index, names) else { continue }
      renamed.append((built.name, index.name))
      buildIndex(built, table, [])
    }
    let key = table.primaryKey.flatMap { key in
      beside(
        SQLIndex(
          name: previousTables[table.name].flatMap { plan.previous.tables[$0].primaryKey?.name }
            ?? key.name, kind: .unique,
          columns: key.columns.map { SQLIndexColumn(name: $0.name) }), names)
    }
    if let key { buildIndex(key, table, []) }
    if !checks.isEmpty {
      swapChecks.append(
        (
          name,
          columns.compactMap { column in
            guard let check = checks[column.new.name] else { return nil }
            let canBeMissing = column.old.arity == .nullable
            return Statement(
              head + "VALIDATE CONSTRAINT \(check)",
              note: canBeMissing
                ? "Rows without a value in \(renderer.quoted(column.new.name)) make it fail: fill them "
                  + "in before." : nil,
              actions: [StatementAction(.validateConstraint, name)],
              hazards: canBeMissing
                ? [Hazard(.madeRequired(table: name, column: column.new.name))] : [])
          }
        ))
    }
    columnSwaps.append(
      (
        name,
        swapStatements(
          columns, table, checks: checks, key: key, renamed: renamed, trigger, function)
      ))
  }

  /// An index over the new columns in place of the old ones, under a name of its own; nil where it is over none
  /// of them.
  ///
  /// - Parameter names: the names of the new columns, by those of the old ones.
  private func beside(_ index: SQLIndex, _ names: [String: String]) -> SQLIndex? {
    guard index.columns.contains(where: { names[$0.name] != nil }) else { return nil }
    var built = index
    built.name = temporaryName(index.name)
    for place in built.columns.indices {
      built.columns[place].name = names[built.columns[place].name] ?? built.columns[place].name
    }
    return built
  }

  /// Gives old rows their values.
  private mutating func fill(_ columns: [ColumnSwap], _ table: SQLTable) {
    let values = columns.map { column in
      "\(renderer.quoted(column.temporary)) = \(column.value(renderer.quoted(column.new.name)))"
    }
    let isLeft = columns.map { column in
      let isEmpty = "\(renderer.quoted(column.temporary)) IS NULL"
      // A list comes out of no value, too.
      let isFlipped = column.old.arity != .list && column.new.arity == .list
      return isFlipped
        ? isEmpty : "(\(isEmpty) AND \(renderer.quoted(column.new.name)) IS NOT NULL)"
    }
    fills.append(
      (
        table.name.name,
        fillStatement(
          table, set: values.joined(separator: ", "), where: isLeft.joined(separator: " OR "),
          hazards: columns.flatMap(\.hazards))
      ))
  }

  /// The moment in which the new columns take the place of the old ones.
  private func swapStatements(
    _ columns: [ColumnSwap], _ table: SQLTable, checks: [String: String], key: SQLIndex?,
    renamed: [(from: String, to: String)], _ trigger: String, _ function: String
  ) -> [Statement] {
    let name = table.name.name
    let owner = renderer.name(table.name)
    let head = "ALTER TABLE \(owner) "
    func statement(_ sql: String, _ kind: StatementKind, on table: String? = nil) -> Statement {
      Statement(sql, actions: [StatementAction(kind, table)])
    }
    var statements = [
      statement("DROP TRIGGER \(trigger) ON \(owner)", .dropTrigger, on: name),
      statement("DROP FUNCTION \(function)()", .createType),
    ]
    for column in columns where column.old.isAutoincrement {
      let sequence = sequenceName(column.old, table)
      statements += [
        statement(
          "ALTER SEQUENCE \(sequence) OWNED BY \(owner).\(renderer.quoted(column.temporary))",
          .ownSequence, on: name),
        statement("ALTER SEQUENCE \(sequence) AS \(column.type)", .createType),
        statement(
          head + "ALTER COLUMN \(renderer.quoted(column.temporary)) SET DEFAULT nextval("
            + "\(renderer.literal(sequence)))", .setDefault, on: name),
      ]
    }
    statements.append(
      statement(
        head
          + columns.map { "DROP COLUMN \(renderer.quoted($0.new.name))" }.joined(separator: ",\n"),
        .dropColumn, on: name))
    for column in columns {
      let quoted = renderer.quoted(column.new.name)
      statements.append(
        statement(
          head + "RENAME COLUMN \(renderer.quoted(column.temporary)) TO \(quoted)", .renameColumn,
          on: name))
      if let check = checks[column.new.name] {
        statements += [
          statement(head + "ALTER COLUMN \(quoted) SET NOT NULL", .setNotNullChecked, on: name),
          statement(head + "DROP CONSTRAINT \(check)", .dropConstraint, on: name),
        ]
      }
    }
    if let key,
      let old = previousTables[table.name].flatMap({ plan.previous.tables[$0].primaryKey })
    {
      statements.append(
        statement(
          head + "ADD CONSTRAINT \(renderer.quoted(old.name)) PRIMARY KEY USING INDEX "
            + renderer.quoted(key.name), .addPrimaryKeyUsingIndex, on: name))
    }
    statements += renamed.map { index in
      statement(
        "ALTER INDEX \(renderer.name(table.name.with(name: index.from))) RENAME TO "
          + renderer.quoted(index.to), .renameIndex, on: name)
    }
    for column in columns {
      let quoted = renderer.quoted(column.new.name)
      var shown = column.new
      if let type = shown.type.enumeration, swappedEnums.contains(type) {
        shown.type = .enumeration(type.with(name: type.name + "_new"))
      }
      if !shown.isAutoincrement, let value = renderer.defaultText(of: shown) {
        statements.append(
          statement(head + "ALTER COLUMN \(quoted) SET DEFAULT \(value)", .setDefault, on: name))
      }
      let comment = plan.previous.details.tables[table.name]?.columnComments[column.new.name]
      if let comment {
        statements.append(
          statement(
            "COMMENT ON COLUMN \(owner).\(quoted) IS \(renderer.literal(comment))", .comment,
            on: name))
      }
    }
    return statements
  }
}
