import Migration

extension Catalogue {
  /// `ALTER TABLE`
  ///
  /// PostgreSQL does not run the parts in the order in which they are written: it drops first, then changes
  /// types, adds columns, and adds constraints last.
  mutating func alterTable(_ node: SyntaxNode) throws(ReplayProblem) -> StatementOutcome {
    switch node.text("objtype") {
    case "OBJECT_TABLE", "OBJECT_FOREIGN_TABLE": break
    case "OBJECT_TYPE", "OBJECT_INDEX", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_SEQUENCE":
      return .done
    default: return .done
    }
    guard let relation = node["relation"] else { return .done }
    if case .index? = self.relation(relation.relationName)?.relation { return .done }
    if case .sequence? = self.relation(relation.relationName)?.relation { return .done }
    guard let table = try table(relation, isOptional: node.flag("missing_ok")) else { return .done }
    let commands = node.list("cmds").compactMap { $0["AlterTableCmd"] }
    var constraints: [WrittenConstraint] = []
    for pass in 0...3 {
      for command in commands where Self.pass(of: command) == pass {
        try run(command, on: table, &constraints)
      }
    }
    try addConstraints(constraints, to: table)
    return .done
  }

  private static func pass(of command: SyntaxNode) -> Int {
    switch command.text("subtype") {
    case "AT_DropColumn", "AT_DropConstraint", "AT_DropNotNull", "AT_DropIdentity",
      "AT_DropExpression":
      0
    case "AT_ColumnDefault": command["def"] == nil ? 0 : 3
    case "AT_AlterColumnType": 1
    case "AT_AddColumn": 2
    default: 3
    }
  }

  private mutating func run(
    _ command: SyntaxNode, on table: Int, _ constraints: inout [WrittenConstraint]
  ) throws(ReplayProblem) {
    let name = command.text("name") ?? ""
    let isCascade = command.text("behavior") == "DROP_CASCADE"
    switch command.text("subtype") {
    case "AT_AddColumn":
      guard let column = command["def"]?["ColumnDef"] else { return }
      let isThere = tables[table]?.place(of: column.text("colname") ?? "") != nil
      if isThere, command.flag("missing_ok") { return }
      constraints += try addColumn(column, to: table)
      for child in children(of: table) {
        _ = try addColumn(column, to: child)
      }
    case "AT_DropColumn":
      guard let place = tables[table]?.place(of: name) else {
        if command.flag("missing_ok") || tables[table]?.hasUnknownColumns == true { return }
        throw .unknown(.column, name)
      }
      guard let number = tables[table]?.columns[place].number else { return }
      try dropColumn(number, of: table, isCascade: isCascade)
      for child in children(of: table) {
        if let number = try? column(name, of: child) {
          try dropColumn(number, of: child, isCascade: isCascade)
        }
      }
    case "AT_AlterColumnType":
      guard let type = command["def"]?["ColumnDef"]?["typeName"] else { return }
      try changeType(of: name, of: table, to: try self.type(type))
    case "AT_ColumnDefault": try setDefault(command["def"], of: name, of: table)
    case "AT_SetNotNull": try setRequired(true, name, of: table)
    case "AT_DropNotNull": try setRequired(false, name, of: table)
    case "AT_AddConstraint":
      guard let constraint = command["def"]?["Constraint"] else { return }
      constraints.append(WrittenConstraint(node: constraint, column: nil))
    case "AT_DropConstraint":
      try dropConstraint(
        name, of: table, isOptional: command.flag("missing_ok"), isCascade: isCascade)
    case "AT_AddIdentity":
      let place = try columnPlace(name, of: table)
      tables[table]?.columns[place].isIdentity = true
      if let owner = tables[table]?.name { _ = makeSequence(for: name, of: table, in: owner) }
    case "AT_DropIdentity":
      let place = try columnPlace(name, of: table)
      tables[table]?.columns[place].isIdentity = false
      if let number = tables[table]?.columns[place].number {
        dropOwnedSequences { $0.table == table && $0.column == number }
      }
    case "AT_DropExpression":
      let place = try columnPlace(name, of: table)
      tables[table]?.columns[place].generation = nil
    case "AT_EnableRowSecurity": tables[table]?.hasRowSecurity = true
    case "AT_DisableRowSecurity": tables[table]?.hasRowSecurity = false
    case "AT_AttachPartition", "AT_DetachPartition":
      guard let child = try self.table(command["def"]?["PartitionCmd"]?["name"]) else { return }
      let isAttached = command.text("subtype") == "AT_AttachPartition"
      tables[child]?.isPartition = isAttached
      tables[child]?.parents = isAttached ? [table] : []
    case "AT_AlterConstraint":
      guard let constraint = command["def"]?["Constraint"],
        let place = tables[table]?.foreignKeys.firstIndex(where: {
          $0.name == constraint.text("conname")
        })
      else { return }
      tables[table]?.foreignKeys[place].isDeferrable = constraint.flag("deferrable")
    default: break
    }
  }

  /// The tables that inherit from a table, directly or not.
  private func children(of table: Int) -> [Int] {
    var all: [Int] = []
    var waiting = [table]
    while let next = waiting.popLast() {
      for (number, other) in tables where other.parents.contains(next) && !all.contains(number) {
        all.append(number)
        waiting.append(number)
      }
    }
    return all.sorted()
  }

  private mutating func changeType(of name: String, of table: Int, to type: ColumnType)
    throws(ReplayProblem)
  {
    if tables[table]?.hasUnknownColumns == true, tables[table]?.place(of: name) == nil { return }
    let place = try columnPlace(name, of: table)
    tables[table]?.columns[place].type = type
    for child in children(of: table) {
      if let place = tables[child]?.place(of: name) { tables[child]?.columns[place].type = type }
    }
  }

  private mutating func setDefault(_ node: SyntaxNode?, of name: String, of table: Int)
    throws(ReplayProblem)
  {
    if tables[table]?.hasUnknownColumns == true, tables[table]?.place(of: name) == nil { return }
    let place = try columnPlace(name, of: table)
    guard let column = tables[table]?.columns[place] else { return }
    let text = node.flatMap { defaultText($0, for: column) }
    tables[table]?.columns[place].defaultValue = text
  }
}
