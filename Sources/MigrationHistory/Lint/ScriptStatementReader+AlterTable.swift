import Migration

extension ScriptStatementReader {
  /// `ALTER TABLE`, and `ALTER INDEX` and the like, which lock no table.
  mutating func alterTable(_ node: SyntaxNode) {
    let kind = node.text("objtype") ?? "OBJECT_TABLE"
    guard kind == "OBJECT_TABLE", let relation = node["relation"] else { return }
    let table = Self.name(relation)
    let commands = node.list("cmds").compactMap { $0["AlterTableCmd"] }
    for command in commands {
      read(command, table)
      if command.text("behavior") == "DROP_CASCADE" { add(.takesAlong) }
    }
    findRenames(commands, table)
  }

  private mutating func read(_ command: SyntaxNode, _ table: Name) {
    let name = command.text("name") ?? ""
    switch command.text("subtype") ?? "" {
    case "AT_AddColumn": addColumn(command["def"]?["ColumnDef"], table)
    case "AT_DropColumn":
      add(.dropColumn, table: table)
      if let old = knowledge.old(table) { add(Hazard(.dropColumn(table: old, column: name))) }
      knowledge.drop(name, of: table)
    case "AT_AlterColumnType": changeType(of: name, table, command["def"]?["ColumnDef"])
    case "AT_SetNotNull":
      // Where it is required already, nothing is looked at.
      let isChecked =
        knowledge.isChecked(name, of: table)
        || knowledge.column(name, of: table)?.isRequired == true
      add(isChecked ? .setNotNullChecked : .setNotNull, table: table)
      if !isChecked, let old = knowledge.old(table) {
        add(Hazard(.madeRequired(table: old, column: name)))
      }
    case "AT_DropNotNull": add(.dropNotNull, table: table)
    case "AT_ColumnDefault", "AT_CookedColumnDefault": add(.setDefault, table: table)
    case "AT_SetStatistics", "AT_SetOptions", "AT_ResetOptions": add(.setStatistics, table: table)
    case "AT_SetStorage", "AT_SetCompression": add(.setStorage, table: table)
    case "AT_AddIdentity", "AT_SetIdentity", "AT_DropIdentity", "AT_DropExpression":
      add(.addIdentity, table: table)
    case "AT_AddConstraint": addConstraint(command["def"]?["Constraint"], table)
    case "AT_DropConstraint": dropConstraint(name, table)
    case "AT_ValidateConstraint": validate(name, table)
    case "AT_AttachPartition":
      let part = command["def"]?["PartitionCmd"]?["name"].map(Self.name)
      add(.attachPartition, table: part, other: table)
    case "AT_DetachPartition":
      let part = command["def"]?["PartitionCmd"]?["name"].map(Self.name)
      add(.detachPartition, table: part, other: table)
    case "AT_EnableRowSecurity", "AT_DisableRowSecurity", "AT_ForceRowSecurity",
      "AT_NoForceRowSecurity":
      add(.rowSecurity, table: table)
    case let subtype
    where subtype.hasPrefix("AT_EnableTrig") || subtype.hasPrefix("AT_DisableTrig"):
      add(.createTrigger, table: table)
    case "AT_SetRelOptions", "AT_ResetRelOptions", "AT_ClusterOn", "AT_DropCluster":
      add(.setOptions, table: table)
    case "AT_SetLogged", "AT_SetUnLogged", "AT_SetAccessMethod", "AT_SetTableSpace":
      add(.rewriteTable, table: table)
    default: add(.otherTableChange, table: table)
    }
  }

  // MARK: Columns

  private mutating func addColumn(_ column: SyntaxNode?, _ table: Name) {
    guard let column, let name = column.text("colname") else { return }
    let constraints = column.list("constraints").compactMap { $0["Constraint"] }
    func constraint(_ kind: String) -> SyntaxNode? {
      constraints.first { $0.text("contype") == kind }
    }
    let type = column["typeName"]?.names("names").last ?? ""
    let value = constraint("CONSTR_DEFAULT")?["raw_expr"]
    let isRequired =
      constraint("CONSTR_NOTNULL") != nil || constraint("CONSTR_PRIMARY") != nil
    var isEmpty = false
    if Self.serials.contains(type) || constraint("CONSTR_IDENTITY") != nil {
      add(.addSerialColumn, table: table)
    } else if constraint("CONSTR_GENERATED") != nil {
      add(.addStoredColumn, table: table)
    } else if let value, !isConstant(value) {
      add(.addVolatileColumn, table: table)
    } else if isRequired, value == nil {
      add(.addRequiredColumn, table: table)
      if let old = knowledge.old(table) { add(Hazard(.addedRequired(table: old, column: name))) }
    } else {
      add(.addColumn, table: table)
      isEmpty = value == nil
      if isEmpty { knowledge.emptyColumns.insert(Constraint(table: table, name: name)) }
    }
    for constraint in constraints {
      switch constraint.text("contype") {
      case "CONSTR_PRIMARY", "CONSTR_UNIQUE", "CONSTR_CHECK":
        addConstraint(constraint, table, of: name)
      // Without a default there is nothing to look up.
      case "CONSTR_FOREIGN": addConstraint(constraint, table, of: name)
      default: break
      }
    }
  }

  private static let serials: Set<String> = [
    "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8",
  ]

  /// Whether an expression has one value for all rows, as far as its form tells.
  private func isConstant(_ expression: SyntaxNode) -> Bool {
    var rest = [expression]
    while let part = rest.popLast() {
      guard let node = part.content else { return false }
      switch part.kind {
      case "A_Const", "SQLValueFunction", "SetToDefault": break
      case "TypeCast": rest += [node["arg"]].compactMap { $0 }
      case "A_Expr": rest += [node["lexpr"], node["rexpr"]].compactMap { $0 }
      case "A_ArrayExpr": rest += node.list("elements")
      case "FuncCall":
        let function = node.names("funcname").last ?? ""
        let isStable = ["now", "transaction_timestamp", "statement_timestamp"].contains(function)
        if !isStable { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func changeType(of column: String, _ table: Name, _ definition: SyntaxNode?) {
    let change = definition?["typeName"].flatMap {
      knowledge.typeChange(of: column, table, to: $0)
    }
    let using = definition?["raw_default"]
    let isPlain = using.map { isCast($0, of: column, to: definition?["typeName"]) } ?? true
    if let change, isPlain,
      change.isSame || !TypeRewrite.isNeeded(from: change.old, to: change.new)
    {
      add(.setTypeElided, table: table)
      return
    }
    add(.setType, table: table)
    let type = definition?["typeName"]?.names("names") ?? []
    if let serial = type.last, Self.serials.contains(serial) {
      add(
        Hazard(
          code: .defect,
          message:
            "PostgreSQL has no type of that name for `SET DATA TYPE`: a serial is no type; write "
            + "`INTEGER`, `BIGINT` or `SMALLINT`"))
    }
    guard let old = knowledge.old(table) else { return }
    let verdict = change.flatMap { TypeComparison.change(from: $0.old, to: $0.new) }
    if isPlain, let change {
      if verdict == .risky {
        add(
          Hazard(
            .riskyCast(
              table: old, column: column, from: change.old.type.description,
              to: change.new.type.description)))
      }
      return
    }
    guard using != nil else { return }
    let name = Self.name(type)
    add(
      Hazard(
        fails: knowledge.newTypes.contains(name)
          ? "rows of `\(old)` whose `\(column)` holds a value that `\(name.name)` lacks make it fail; "
            + "change them first"
          : "values of `\(column)` in `\(old)` that can't be cast make it fail; look for them first"
      ))
  }

  /// Whether an expression behind `USING` is only the column, cast to the type that it gets anyway.
  private func isCast(_ expression: SyntaxNode, of column: String, to type: SyntaxNode?) -> Bool {
    var value = expression
    if let cast = expression["TypeCast"] {
      guard let argument = cast["arg"], let target = cast["typeName"], let type,
        let wanted = try? knowledge.replay.catalogue.type(type),
        wanted == (try? knowledge.replay.catalogue.type(target))
      else { return false }
      value = argument
    }
    return value["ColumnRef"]?.names("fields") == [column]
  }

  /// Columns that go with columns of a like name that come.
  private mutating func findRenames(_ commands: [SyntaxNode], _ table: Name) {
    guard knowledge.old(table) != nil else { return }
    let dropped = commands.filter { $0.text("subtype") == "AT_DropColumn" }
      .compactMap { $0.text("name") }
    let added = commands.filter { $0.text("subtype") == "AT_AddColumn" }
      .compactMap { $0["def"]?["ColumnDef"]?.text("colname") }
    for (old, new) in RenameFinder.pairs(dropped, added) where old != new {
      add(.probableRename(of: old, to: new, table: table.name))
    }
  }

  // MARK: Constraints

  /// - Parameter column: the column that it stands with, nil where it names its columns itself.
  private mutating func addConstraint(
    _ constraint: SyntaxNode?, _ table: Name, of column: String? = nil
  ) {
    guard let constraint else { return }
    let name = Constraint(table: table, name: constraint.text("conname") ?? "")
    let isNotValid = constraint.flag("skip_validation")
    let old = knowledge.old(table)
    switch constraint.text("contype") {
    case "CONSTR_PRIMARY", "CONSTR_UNIQUE":
      let isPrimary = constraint.text("contype") == "CONSTR_PRIMARY"
      note(key: name)
      if let index = constraint.text("indexname") {
        knowledge.indexes[Name(namespace: table.namespace, name: index)] = nil
        add(isPrimary ? .addPrimaryKeyUsingIndex : .addUniqueUsingIndex, table: table)
        return
      }
      add(isPrimary ? .addPrimaryKey : .addUnique, table: table)
      let columns = column.map { [$0] } ?? constraint.names("keys")
      if let old, !isPrimary || !knowledge.droppedConstraints.contains(name) {
        add(Hazard(.uniqueAdded(table: old, columns: columns)))
      }
    case "CONSTR_EXCLUSION":
      note(key: name)
      add(.addUnique, table: table)
      if let old {
        add(Hazard(fails: "rows of `\(old)` that exclude each other make it fail"))
      }
    case "CONSTR_CHECK":
      add(isNotValid ? .addCheckNotValid : .addCheck, table: table)
      noteNotNull(constraint["raw_expr"], name, isValid: !isNotValid)
      if let old, !isNotValid, column == nil {
        add(
          Hazard(
            fails: "rows of `\(old)` for which the check is false make it fail; look for them first"
          ))
      }
    case "CONSTR_FOREIGN":
      let referenced = constraint["pktable"].map(Self.name)
      knowledge.foreignKeys[table, default: [:]][name.name] = referenced
      // What is added with its column has no values yet.
      let columns = column.map { [$0] } ?? constraint.names("fk_attrs")
      let isEmpty = columns.contains {
        knowledge.emptyColumns.contains(Constraint(table: table, name: $0))
      }
      let isUnchecked = isNotValid || column != nil && isEmpty
      add(
        isUnchecked ? .addForeignKeyNotValid : .addForeignKey, table: table, other: referenced)
      if let old, !isUnchecked, !isEmpty, !knowledge.droppedConstraints.contains(name),
        let referenced
      {
        add(.orphans(of: old, columns: columns, referenced: referenced.name))
      }
    default: add(.otherTableChange, table: table)
    }
  }

  /// Remembers a key or unique constraint; one that nobody has named is found by the replay.
  mutating func note(key: Constraint) {
    if key.name.isEmpty { return }
    knowledge.keys[Name(namespace: key.table.namespace, name: key.name)] = key.table
  }

  /// Remembers a check if it says that columns are not null: `CHECK (a IS NOT NULL AND b IS NOT NULL)`.
  ///
  /// - Parameter name: empty where nobody has named it.
  mutating func noteNotNull(_ expression: SyntaxNode?, _ name: Constraint, isValid: Bool) {
    var columns: Set<String> = []
    var hasOthers = false
    var rest = [expression].compactMap { $0 }
    while let part = rest.popLast() {
      if let all = part["BoolExpr"], all.text("boolop") == "AND_EXPR" {
        rest += all.list("args")
      } else if let test = part["NullTest"], test.text("nulltesttype") == "IS_NOT_NULL",
        let column = test["arg"]?["ColumnRef"]?.names("fields").last
      {
        columns.insert(column)
      } else {
        hasOthers = true
      }
    }
    if columns.isEmpty { return }
    var name = name
    if name.name.isEmpty {
      // Where it speaks of other columns as well, its name is not known.
      if hasOthers { return }
      let only = columns.count == 1 ? columns.first : nil
      let chosen = Catalogue.cutName(name.table.name, only, "check")
      name = Constraint(table: name.table, name: chosen)
      if knowledge.notNullChecks[name.table]?[chosen] != nil { return }
    }
    knowledge.notNullChecks[name.table, default: [:]][name.name] = ScriptKnowledge.NotNullCheck(
      columns: columns, isValid: isValid)
  }

  private mutating func dropConstraint(_ name: String, _ table: Name) {
    let constraint = Constraint(table: table, name: name)
    knowledge.droppedConstraints.insert(constraint)
    knowledge.notNullChecks[table]?[name] = nil
    knowledge.keys[Name(namespace: table.namespace, name: name)] = nil
    let referenced = knowledge.referencedTable(of: constraint)
    knowledge.foreignKeys[table]?[name] = nil
    if let referenced {
      add(.dropForeignKey, table: table, other: referenced)
      return
    }
    add(name.hasSuffix("_fkey") ? .dropForeignKey : .dropConstraint, table: table)
    if name.hasSuffix("_pkey"), let old = knowledge.old(table) {
      add(Hazard(.primaryKeyChanged(table: old)))
    }
  }

  private mutating func validate(_ name: String, _ table: Name) {
    let constraint = Constraint(table: table, name: name)
    knowledge.notNullChecks[table]?[name]?.isValid = true
    if let referenced = knowledge.referencedTable(of: constraint) {
      add(.validateForeignKey, table: table, other: referenced)
    } else {
      add(name.hasSuffix("_fkey") ? .validateForeignKey : .validateConstraint, table: table)
    }
  }
}
