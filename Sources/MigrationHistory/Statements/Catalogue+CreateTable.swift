import Migration

extension Catalogue {
  /// `CREATE TABLE`
  mutating func createTable(_ node: SyntaxNode) throws(ReplayProblem) {
    guard let relation = node["relation"] else { return }
    let written = relation.relationName
    let name = QualifiedName(
      namespace: try creationNamespace(written.namespace), name: written.name)
    if relations[name] != nil {
      if node.flag("if_not_exists") { return }
      throw .exists(.table, written.text)
    }
    let number = makeNumber()
    var table = CatalogueTable(name: name)
    table.isPartitioned = node["partspec"] != nil
    table.isPartition = node["partbound"] != nil
    table.isDroppedOnCommit = node.text("oncommit") == "ONCOMMIT_DROP"
    for parent in node.list("inhRelations") {
      if let parent = try self.table(parent["RangeVar"]) { table.parents.append(parent) }
    }
    for parent in table.parents {
      for column in tables[parent]?.columns ?? [] where table.place(of: column.name) == nil {
        table.columns.append(Self.copy(of: column, number: table.makeColumnNumber()))
      }
    }
    relations[name] = .table(number)
    tables[number] = table
    var constraints: [WrittenConstraint] = []
    for element in node.list("tableElts") {
      guard let content = element.content else { continue }
      switch element.kind {
      case "ColumnDef": constraints += try addColumn(content, to: number)
      case "Constraint": constraints.append(WrittenConstraint(node: content, column: nil))
      case "TableLikeClause": try copyColumns(content, to: number)
      default: break
      }
    }
    try addConstraints(constraints, to: number)
  }

  private static func copy(of column: CatalogueColumn, number: Int) -> CatalogueColumn {
    var copy = CatalogueColumn(number: number, name: column.name, type: column.type)
    copy.isRequired = column.isRequired
    copy.defaultValue = column.defaultValue
    copy.generation = column.generation
    return copy
  }

  /// `LIKE other`; indexes are copied with `INCLUDING INDEXES` and `INCLUDING ALL`.
  private mutating func copyColumns(_ node: SyntaxNode, to number: Int) throws(ReplayProblem) {
    guard let source = try table(node["relation"]), let other = tables[source] else { return }
    let options = node.number("options")
    for column in other.columns {
      guard let copied = tables[number]?.makeColumnNumber() else { return }
      var copy = Self.copy(of: column, number: copied)
      if options & LikeOption.defaults == 0 { copy.defaultValue = nil }
      if options & LikeOption.generated == 0 { copy.generation = nil }
      copy.isIdentity = column.isIdentity && options & LikeOption.identity != 0
      tables[number]?.columns.append(copy)
    }
    guard options & LikeOption.indexes != 0, let table = tables[number] else { return }
    func place(_ column: Int) -> Int? {
      other.column(column).flatMap { table.place(of: $0.name) }.map { table.columns[$0].number }
    }
    for index in other.indexes {
      guard let columns = index.keyColumns?.compactMap(place), index.predicate == nil,
        columns.count == index.entries.count
      else { continue }
      let names = columns.compactMap { table.column($0)?.name }
      var copy = index
      copy.entries = zip(index.entries, columns).map { entry, column in
        var entry = entry
        entry.value = .column(column)
        return entry
      }
      copy.included = []
      try addIndex(
        copy, named: nil, columnNames: names, to: number, label: Self.label(of: index))
    }
  }

  /// The bits of `TableLikeOption` in PostgreSQL's `parsenodes.h`.
  private enum LikeOption {
    static let defaults = 1 << 3
    static let generated = 1 << 4
    static let identity = 1 << 5
    static let indexes = 1 << 6
  }

  private static func label(of index: CatalogueIndex) -> String {
    switch index.constraint {
    case .primaryKey: "pkey"
    case .unique: "key"
    case .exclusion: "excl"
    case .none: "idx"
    }
  }

  // MARK: Columns

  /// Adds a column; gives back the constraints that are written with it and belong to the table.
  mutating func addColumn(_ node: SyntaxNode, to table: Int) throws(ReplayProblem)
    -> [WrittenConstraint]
  {
    let name = node.text("colname") ?? ""
    guard let typeName = node["typeName"], var changed = tables[table] else { return [] }
    if changed.place(of: name) != nil {
      // A column of a table that inherits is merged with that of the parent.
      if !changed.parents.isEmpty { return [] }
      throw .exists(.column, name)
    }
    let type = try type(typeName)
    var column = CatalogueColumn(number: changed.makeColumnNumber(), name: name, type: type)
    let isSerial = typeName.names("names").last.map { SystemTypes.serials[$0] != nil } ?? false
    var defaultNode: SyntaxNode?
    var generationNode: SyntaxNode?
    var constraints: [WrittenConstraint] = []
    for constraint in node.list("constraints") {
      guard let content = constraint.content else { continue }
      switch content.text("contype") {
      case "CONSTR_NOTNULL": column.isRequired = true
      case "CONSTR_DEFAULT": defaultNode = content["raw_expr"]
      case "CONSTR_IDENTITY":
        column.isIdentity = true
        column.isRequired = true
      case "CONSTR_GENERATED": generationNode = content["raw_expr"]
      case "CONSTR_PRIMARY":
        column.isRequired = true
        constraints.append(WrittenConstraint(node: content, column: name))
      case "CONSTR_UNIQUE", "CONSTR_CHECK", "CONSTR_FOREIGN":
        constraints.append(WrittenConstraint(node: content, column: name))
      default: break
      }
    }
    let number = column.number
    let owner = changed.name
    changed.columns.append(column)
    tables[table] = changed
    if isSerial || column.isIdentity {
      let sequence = makeSequence(for: name, of: table, in: owner)
      if isSerial {
        column.isRequired = true
        column.defaultValue = Self.nextValue(of: sequence)
      }
    }
    if let defaultNode { column.defaultValue = defaultText(defaultNode, for: column) }
    if let generationNode {
      column.generation = ExpressionPrinter(catalogue: self, table: tables[table]).text(
        of: generationNode, as: column.type)
    }
    if let place = tables[table]?.columns.firstIndex(where: { $0.number == number }) {
      tables[table]?.columns[place] = column
    }
    return constraints
  }

  /// The default of a column as PostgreSQL prints it; nil for NULL, which is none. One that can't be
  /// printed is an empty text.
  func defaultText(_ node: SyntaxNode, for column: CatalogueColumn, in table: CatalogueTable? = nil)
    -> ExpressionText?
  {
    let printer = ExpressionPrinter(catalogue: self, table: table)
    guard let text = printer.text(of: node, as: column.type) else { return ExpressionText() }
    return text.parts == [.text("NULL")] ? nil : text
  }

  /// A sequence for a column that takes its values from one.
  mutating func makeSequence(for column: String, of table: Int, in name: QualifiedName) -> Int {
    let chosen = name.with(
      name: freeRelationName(name.name, column, "seq", in: name.namespace))
    let number = makeNumber()
    let owner = (try? self.column(column, of: table)).map { (table: table, column: $0) }
    sequences[number] = CatalogueSequence(name: chosen, owner: owner)
    relations[chosen] = .sequence(number)
    return number
  }

  static func nextValue(of sequence: Int) -> ExpressionText {
    "nextval(" + ExpressionText(.sequence(sequence)) + "::regclass)"
  }
}
