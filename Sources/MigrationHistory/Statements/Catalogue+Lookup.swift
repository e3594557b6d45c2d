import Migration

/// What a statement of a kind that is only recorded, or not known, leaves to be said.
enum StatementOutcome {
  case done
  /// The statement may change something that is not followed; the text says what it is.
  case notUnderstood(String)
}

extension SyntaxNode {
  /// The name in a `RangeVar` node.
  var relationName: Catalogue.WrittenName {
    let isTemporary = text("relpersistence") == "t"
    return Catalogue.WrittenName(
      namespace: text("schemaname") ?? (isTemporary ? temporaryNamespace : nil),
      name: text("relname") ?? "")
  }

  /// The name that a list of names makes, such as `public.User`.
  var qualifiedName: Catalogue.WrittenName {
    let names = (self["List"]?.list("items") ?? self["TypeName"]?.list("names") ?? elements)
      .compactMap(\.string)
    return Catalogue.WrittenName(
      namespace: names.count > 1 ? names[names.count - 2] : nil, name: names.last ?? string ?? "")
  }
}

extension Catalogue {
  /// The number of the table that a `RangeVar` node names; nil for a view, or where a missing one is fine.
  func table(_ node: SyntaxNode?, isOptional: Bool = false) throws(ReplayProblem) -> Int? {
    let name = node?.relationName ?? WrittenName(namespace: nil, name: "")
    switch relation(name)?.relation {
    case .table(let number): return number
    case .view: return nil
    case .index, .sequence: throw .wrongKind(name.text, expected: .table)
    case nil:
      if isOptional { return nil }
      throw .unknown(.table, name.text)
    }
  }

  /// The number of a column.
  func column(_ name: String, of table: Int) throws(ReplayProblem) -> Int {
    guard let table = tables[table], let place = table.place(of: name) else {
      throw .unknown(.column, name)
    }
    return table.columns[place].number
  }

  /// The number of a column, which is made up where the table comes from a query whose columns are not
  /// known.
  mutating func assumedColumn(_ name: String, of table: Int) throws(ReplayProblem) -> Int {
    if var changed = tables[table], changed.hasUnknownColumns, changed.place(of: name) == nil {
      let number = changed.makeColumnNumber()
      changed.columns.append(
        CatalogueColumn(number: number, name: name, type: .system("unknown")))
      tables[table] = changed
    }
    return try column(name, of: table)
  }

  /// The place of a column in its table's list.
  func columnPlace(_ name: String, of table: Int) throws(ReplayProblem) -> Int {
    guard let place = tables[table]?.place(of: name) else { throw .unknown(.column, name) }
    return place
  }

  /// A new name for something that shares its names with tables.
  func checkIsFree(_ name: QualifiedName, _ kind: ReplayProblem.Object) throws(ReplayProblem) {
    if relations[name] != nil { throw .exists(kind, name.name) }
  }

  /// Changes an index by its number.
  mutating func changeIndex(_ index: Int, of table: Int, _ change: (inout CatalogueIndex) -> Void) {
    guard let place = tables[table]?.indexes.firstIndex(where: { $0.number == index }),
      var changed = tables[table]?.indexes[place]
    else { return }
    change(&changed)
    tables[table]?.indexes[place] = changed
  }

  /// The foreign keys that refer to a table, with the tables that have them.
  func foreignKeys(to table: Int) -> [(table: Int, key: CatalogueForeignKey)] {
    tables.flatMap { number, other in
      other.foreignKeys.filter { $0.referencedTable == table }.map { (number, $0) }
    }
  }
}
