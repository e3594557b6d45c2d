import Migration

/// What the replay of the statements so far tells of tables, as far as it has got.
extension ScriptKnowledge {
  /// Takes over what a statement has changed. One that can't be applied changes nothing that is known: a
  /// script may be looked at without those before it.
  mutating func endStatement(_ tree: ParseTree, source: ArraySlice<UInt8>) {
    for node in tree.root?.list("stmts") ?? [] {
      if let node = node["stmt"] { _ = try? replay.apply(node, source: source) }
    }
  }

  private func relation(_ name: Name) -> Catalogue.Relation? {
    replay.catalogue.relation(
      Catalogue.WrittenName(namespace: name.namespace, name: name.name))?.relation
  }

  /// A table, nil when it is not known.
  func table(_ name: Name) -> CatalogueTable? {
    guard case .table(let number)? = relation(name) else { return nil }
    return replay.catalogue.tables[number]
  }

  /// A column, nil when it is not known.
  func column(_ column: String, of table: Name) -> CatalogueColumn? {
    guard let table = self.table(table) else { return nil }
    return table.place(of: column).map { table.columns[$0] }
  }

  /// The name of a table, as statements of the default schema write it.
  private func name(of table: CatalogueTable) -> Name {
    let isDefault = table.name.namespace == replay.catalogue.defaultNamespace
    return Name(namespace: isDefault ? nil : table.name.namespace, name: table.name.name)
  }

  /// The table of an index, and whether it belongs to a constraint; nil when it is not known.
  func owner(ofIndex name: Name) -> (table: Name, isConstraint: Bool)? {
    if let table = indexes[name] { return (table, false) }
    if let table = keys[name] { return (table, true) }
    guard case .index(let number, let index)? = relation(name),
      let table = replay.catalogue.tables[number],
      let found = table.indexes.first(where: { $0.number == index })
    else { return nil }
    return (self.name(of: table), found.constraint != .none)
  }

  /// The table that a foreign key refers to, nil when none of that name is known.
  func referencedTable(of constraint: Constraint) -> Name? {
    if let known = foreignKeys[constraint.table]?[constraint.name] { return known }
    guard
      let key = table(constraint.table)?.foreignKeys.first(where: { $0.name == constraint.name }),
      let other = replay.catalogue.tables[key.referencedTable]
    else { return nil }
    return name(of: other)
  }

  /// The tables that the foreign keys of a table refer to.
  func referencedTables(of name: Name) -> Set<Name> {
    let known = table(name)?.foreignKeys.compactMap { key in
      replay.catalogue.tables[key.referencedTable].map { self.name(of: $0) }
    }
    return Set(foreignKeys[name]?.values.map { $0 } ?? []).union(known ?? [])
  }

  // MARK: Types

  /// A column before and behind a change of its type; nil when its type is not known, or the new one isn't.
  ///
  /// - Parameter type: a `TypeName` node.
  func typeChange(of column: String, _ table: Name, to type: SyntaxNode) -> (
    old: SQLColumn, new: SQLColumn, isSame: Bool
  )? {
    guard let known = self.column(column, of: table), known.type != .system("unknown"),
      let new = try? replay.catalogue.type(type)
    else { return nil }
    func shape(_ type: ColumnType) -> SQLColumn {
      SQLColumn(
        name: column, type: replay.catalogue.sqlType(type),
        arity: type.isArray ? .list : known.isRequired ? .required : .nullable)
    }
    return (shape(known.type), shape(new), known.type == new)
  }
}
