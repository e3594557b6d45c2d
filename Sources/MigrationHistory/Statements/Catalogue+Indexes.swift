import Migration

extension Catalogue {
  /// `CREATE INDEX`
  mutating func createIndex(_ node: SyntaxNode) throws(ReplayProblem) {
    let name = node.text("idxname")
    let written = node["relation"]?.relationName
    if let name, node.flag("if_not_exists"), let written, let table = relation(written),
      relations[table.name.with(name: name)] != nil
    {
      return
    }
    guard let table = try table(node["relation"]) else {
      // Of a materialized view, which is not followed.
      return
    }
    var index = CatalogueIndex(number: makeNumber(), name: "")
    index.isUnique = node.flag("unique")
    index.method = node.text("accessMethod") ?? "btree"
    var names: [String] = []
    for parameter in node.list("indexParams") {
      guard let element = parameter["IndexElem"] else { continue }
      let entry = try indexEntry(element, of: table, method: index.method)
      index.entries.append(entry.entry)
      // Equal names of expressions get numbers.
      var unique = entry.name
      var number = 0
      while names.contains(unique) {
        number += 1
        unique = "\(entry.name)\(number)"
      }
      names.append(unique)
    }
    for parameter in node.list("indexIncludingParams") {
      if let column = parameter["IndexElem"]?.text("name") {
        index.included.append(try self.column(column, of: table))
        names.append(column)
      }
    }
    if let condition = node["whereClause"] {
      let printer = ExpressionPrinter(catalogue: self, table: tables[table])
      index.predicate = printer.text(of: condition, as: nil) ?? ExpressionText("?")
    }
    try addIndex(index, named: name, columnNames: names, to: table, label: "idx")
  }

  /// An entry of an index, with what it adds to the name of one that has none.
  mutating func indexEntry(_ node: SyntaxNode, of table: Int, method: String)
    throws(ReplayProblem) -> (entry: CatalogueIndex.Entry, name: String)
  {
    var entry: CatalogueIndex.Entry
    let name: String
    if let column = node.text("name") {
      entry = CatalogueIndex.Entry(value: .column(try assumedColumn(column, of: table)))
      name = column
    } else {
      let expression = node["expr"]
      let text = expression.flatMap {
        ExpressionPrinter(catalogue: self, table: tables[table]).text(of: $0, as: nil)
      }
      entry = CatalogueIndex.Entry(value: .expression(text ?? ExpressionText()))
      name = expression?["FuncCall"]?.names("funcname").last ?? "expr"
    }
    entry.operatorClass = node.names("opclass").last
    entry.isDescending = node.text("ordering") == "SORTBY_DESC"
    switch node.text("nulls_ordering") {
    case "SORTBY_NULLS_FIRST": entry.hasOwnNullOrder = !entry.isDescending
    case "SORTBY_NULLS_LAST": entry.hasOwnNullOrder = entry.isDescending
    default: break
    }
    return (entry, name)
  }

  /// Gives an index, and the constraint it stands for, another name.
  mutating func rename(index: Int, of table: Int, to name: String) throws(ReplayProblem) {
    guard let owner = tables[table]?.name,
      let old = tables[table]?.indexes.first(where: { $0.number == index })?.name
    else { return }
    if old == name { return }
    let place = owner.with(name: name)
    try checkIsFree(place, .index)
    relations[owner.with(name: old)] = nil
    relations[place] = .index(table: table, index: index)
    changeIndex(index, of: table) { $0.name = name }
  }
}
