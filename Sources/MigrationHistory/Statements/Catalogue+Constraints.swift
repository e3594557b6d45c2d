import Migration

/// A constraint of a script.
struct WrittenConstraint {
  /// A `Constraint` node.
  let node: SyntaxNode
  /// The column that it is written behind, nil where it stands for itself.
  let column: String?

  fileprivate var kind: String { node.text("contype") ?? "" }
}

extension Catalogue {
  /// Adds the constraints of one statement: keys first, since foreign keys may rest on them.
  mutating func addConstraints(_ constraints: [WrittenConstraint], to table: Int)
    throws(ReplayProblem)
  {
    func rank(_ constraint: WrittenConstraint) -> Int {
      constraint.kind == "CONSTR_PRIMARY" ? 0 : constraint.kind == "CONSTR_FOREIGN" ? 2 : 1
    }
    let before = Set(tables[table]?.indexes.map(\.number) ?? [])
    for wanted in 0...2 {
      for constraint in constraints where rank(constraint) == wanted {
        try add(constraint, to: table, indexesBefore: before)
      }
    }
  }

  /// - Parameter indexesBefore: those that were there before the statement. Of two equal unique
  ///   constraints of one statement PostgreSQL makes only one.
  private mutating func add(
    _ constraint: WrittenConstraint, to table: Int, indexesBefore: Set<Int>
  ) throws(ReplayProblem) {
    let node = constraint.node
    if let name = node.text("conname") { try checkConstraint(name, isFreeOn: table) }
    switch constraint.kind {
    case "CONSTR_PRIMARY", "CONSTR_UNIQUE":
      if let index = node.text("indexname") {
        return try adopt(index, as: constraint, of: table)
      }
      try addKey(constraint, to: table, indexesBefore: indexesBefore)
    case "CONSTR_FOREIGN": try addForeignKey(constraint, to: table)
    case "CONSTR_CHECK": addCheck(constraint, to: table)
    case "CONSTR_EXCLUSION": try addExclusion(node, to: table)
    case "CONSTR_NOTNULL":
      for name in node.names("keys") { try setRequired(true, name, of: table) }
    default: break
    }
  }

  private func checkConstraint(_ name: String, isFreeOn table: Int) throws(ReplayProblem) {
    guard let table = tables[table] else { return }
    let isTaken =
      table.foreignKeys.contains { $0.name == name } || table.checks.contains { $0.name == name }
      || table.indexes.contains { $0.name == name && $0.constraint != .none }
    if isTaken { throw .exists(.constraint, name) }
  }

  mutating func setRequired(_ isRequired: Bool, _ column: String, of table: Int)
    throws(ReplayProblem)
  {
    if tables[table]?.hasUnknownColumns == true, tables[table]?.place(of: column) == nil { return }
    let place = try columnPlace(column, of: table)
    tables[table]?.columns[place].isRequired = isRequired
  }

  // MARK: Keys

  private mutating func addKey(
    _ constraint: WrittenConstraint, to table: Int, indexesBefore: Set<Int>
  ) throws(ReplayProblem) {
    let node = constraint.node
    let isPrimary = constraint.kind == "CONSTR_PRIMARY"
    if isPrimary, let table = tables[table], table.primaryKey != nil {
      throw .secondPrimaryKey(table: table.name.name)
    }
    let names = constraint.column.map { [$0] } ?? node.names("keys")
    var index = CatalogueIndex(number: makeNumber(), name: "")
    index.constraint = isPrimary ? .primaryKey : .unique
    index.isUnique = true
    index.isDeferrable = node.flag("deferrable")
    for name in names {
      let column = try assumedColumn(name, of: table)
      index.entries.append(CatalogueIndex.Entry(value: .column(column)))
      if isPrimary { try setRequired(true, name, of: table) }
    }
    for name in node.names("including") { index.included.append(try column(name, of: table)) }
    let twin = tables[table]?.indexes.first { other in
      !indexesBefore.contains(other.number) && other.constraint != .none
        && other.keyColumns == index.keyColumns
    }
    if let twin {
      if let name = node.text("conname"), twin.constraint == .unique {
        try rename(index: twin.number, of: table, to: name)
      }
      return
    }
    try addIndex(
      index, named: node.text("conname"), columnNames: isPrimary ? nil : names, to: table,
      label: isPrimary ? "pkey" : "key")
  }

  /// Adds an index under a name, or under one that is made of the table, the columns and an ending.
  mutating func addIndex(
    _ index: CatalogueIndex, named name: String?, columnNames: [String]?, to table: Int,
    label: String
  ) throws(ReplayProblem) {
    guard let owner = tables[table]?.name else { return }
    var index = index
    let columns = columnNames.map { $0.joined(separator: "_") }
    index.name = name ?? freeRelationName(owner.name, columns, label, in: owner.namespace)
    let place = owner.with(name: index.name)
    try checkIsFree(place, .index)
    relations[place] = .index(table: table, index: index.number)
    tables[table]?.indexes.append(index)
  }

  /// `ADD CONSTRAINT name UNIQUE USING INDEX index`: the index becomes the constraint and takes its name.
  private mutating func adopt(_ name: String, as constraint: WrittenConstraint, of table: Int)
    throws(ReplayProblem)
  {
    let isPrimary = constraint.kind == "CONSTR_PRIMARY"
    guard let index = tables[table]?.indexes.first(where: { $0.name == name }) else {
      throw .unknown(.index, name)
    }
    if isPrimary, let table = tables[table], table.primaryKey != nil {
      throw .secondPrimaryKey(table: table.name.name)
    }
    changeIndex(index.number, of: table) { index in
      index.constraint = isPrimary ? .primaryKey : .unique
      index.isDeferrable = constraint.node.flag("deferrable")
    }
    if isPrimary {
      for column in index.keyColumns ?? [] {
        if let place = tables[table]?.columns.firstIndex(where: { $0.number == column }) {
          tables[table]?.columns[place].isRequired = true
        }
      }
    }
    if let new = constraint.node.text("conname"), new != name {
      try rename(index: index.number, of: table, to: new)
    }
  }

  private mutating func addExclusion(_ node: SyntaxNode, to table: Int) throws(ReplayProblem) {
    var index = CatalogueIndex(number: makeNumber(), name: "")
    index.constraint = .exclusion
    index.method = node.text("access_method") ?? "gist"
    index.isDeferrable = node.flag("deferrable")
    var names: [String] = []
    for exclusion in node.list("exclusions") {
      guard let element = exclusion["List"]?.list("items").first?["IndexElem"] else { continue }
      let entry = try indexEntry(element, of: table, method: index.method)
      index.entries.append(entry.entry)
      names.append(entry.name)
    }
    if let condition = node["where_clause"] {
      index.predicate = ExpressionPrinter(catalogue: self, table: tables[table])
        .text(of: condition, as: nil)
    }
    try addIndex(
      index, named: node.text("conname"), columnNames: names, to: table, label: "excl")
  }

  // MARK: Foreign keys

  private mutating func addForeignKey(_ constraint: WrittenConstraint, to table: Int)
    throws(ReplayProblem)
  {
    let node = constraint.node
    guard let referenced = try self.table(node["pktable"]), let other = tables[referenced],
      let owner = tables[table]?.name
    else { return }
    let names = constraint.column.map { [$0] } ?? node.names("fk_attrs")
    var columns: [Int] = []
    for name in names { columns.append(try assumedColumn(name, of: table)) }
    var referencedColumns: [Int] = []
    for name in node.names("pk_attrs") {
      referencedColumns.append(try column(name, of: referenced))
    }
    let index: CatalogueIndex
    if referencedColumns.isEmpty {
      guard let key = other.primaryKey, let keyColumns = key.keyColumns else {
        throw .noUniqueKey(table: other.name.name, columns: [])
      }
      referencedColumns = keyColumns
      index = key
    } else {
      guard let found = Self.uniqueIndex(of: other, over: referencedColumns) else {
        throw .noUniqueKey(table: other.name.name, columns: node.names("pk_attrs"))
      }
      index = found
    }
    guard columns.count == referencedColumns.count else { throw .columnCounts }
    let name =
      node.text("conname")
      ?? freeConstraintName(
        owner.name, names.joined(separator: "_"), "fkey", in: owner.namespace)
    var key = CatalogueForeignKey(
      name: name, columns: columns, referencedTable: referenced,
      referencedColumns: referencedColumns, index: index.number,
      onDelete: SQLForeignKey.Action(letter: node.text("fk_del_action")),
      onUpdate: SQLForeignKey.Action(letter: node.text("fk_upd_action")))
    key.isDeferrable = node.flag("deferrable")
    tables[table]?.foreignKeys.append(key)
  }

  /// The unique index of all rows over exactly these columns, in any order.
  private static func uniqueIndex(of table: CatalogueTable, over columns: [Int]) -> CatalogueIndex?
  {
    let wanted = columns.sorted()
    return table.indexes.first { index in
      index.isUnique && index.predicate == nil && index.keyColumns?.sorted() == wanted
    }
  }

  // MARK: Checks

  private mutating func addCheck(_ constraint: WrittenConstraint, to table: Int) {
    guard let expression = constraint.node["raw_expr"], let changed = tables[table] else { return }
    let text = ExpressionPrinter(catalogue: self, table: changed).text(of: expression, as: nil)
    let condition = text ?? ExpressionText()
    let columns = condition.columns.compactMap { changed.column($0)?.name }
    let only = columns.count == 1 ? columns.first : text == nil ? constraint.column : nil
    let name =
      constraint.node.text("conname")
      ?? freeConstraintName(changed.name.name, only, "check", in: changed.name.namespace)
    tables[table]?.checks.append(CatalogueCheck(name: name, condition: condition))
  }
}

extension SQLForeignKey.Action {
  /// The action that a letter of PostgreSQL's catalogue stands for.
  init(letter: String?) {
    self =
      switch letter {
      case "r": .restrict
      case "c": .cascade
      case "n": .setNull
      case "d": .setDefault
      default: .noAction
      }
  }
}
