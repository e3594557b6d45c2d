import Migration

/// What a way back from one state to an earlier one needs, and whether it leads there.
extension Replay {
  /// The tables and columns that have another name than in `earlier`, from which this state came about by
  /// further scripts: columns first, by the earlier names of their tables, so that all can be renamed one
  /// after the other.
  ///
  /// nil where that is not possible: names were exchanged, or taken over from what went, a table has moved to
  /// another database schema, or a type has another name.
  public func renames(since earlier: Replay) -> [SQLRename]? {
    var columns: [SQLRename] = []
    var tables: [SQLRename] = []
    for (number, old) in earlier.catalogue.tables.sorted(by: { $0.key < $1.key }) {
      guard let new = catalogue.tables[number] else { continue }
      if new.name.namespace != old.name.namespace { return nil }
      if new.name.name != old.name.name {
        if earlier.catalogue.relations[new.name] != nil { return nil }
        tables.append(SQLRename(table: old.name, to: new.name.name))
      }
      let names = Dictionary(
        new.columns.map { ($0.number, $0.name) }, uniquingKeysWith: { $1 })
      for column in old.columns {
        guard let name = names[column.number], name != column.name else { continue }
        if old.place(of: name) != nil { return nil }
        columns.append(SQLRename(table: old.name, column: column.name, to: name))
      }
    }
    for (number, old) in earlier.catalogue.types {
      if let new = catalogue.types[number], new.name != old.name { return nil }
    }
    return columns + tables
  }

  /// What is here or in `other`, but not the same in both, among all that the structures of the two don't
  /// compare: checks, triggers, views and the like. In words, in byte order; empty where nothing differs.
  public func differences(from other: Replay) -> [String] {
    let ours = catalogue.uncomparedObjects
    let theirs = other.catalogue.uncomparedObjects
    let names = Set(ours.keys).union(theirs.keys)
    return names.filter { ours[$0] != theirs[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Catalogue {
  /// What structures don't compare: what it is, in words, and how it is made.
  fileprivate var uncomparedObjects: [String: String] {
    var objects: [String: String] = [:]
    for sequence in sequences.values where sequence.owner == nil {
      objects["the sequence `\(sequence.name.name)`"] = sequence.name.namespace
    }
    for type in types.values {
      switch type.kind {
      case .domain, .other: objects["the type `\(type.name.name)`"] = type.name.namespace
      case .enumeration, .installed: break
      }
    }
    for view in views.values { objects["the view `\(view.name.name)`"] = view.definition }
    for table in tables.values {
      guard let details = details(of: table) else { continue }
      let place = "of `\(table.name.name)`"
      func add(_ kind: String, _ definitions: [SQLDefinition]) {
        for definition in definitions {
          objects["the \(kind) `\(definition.name)` \(place)"] = definition.text
        }
      }
      add("check", details.checks)
      add("exclusion constraint", details.exclusions)
      add("index", details.expressionIndexes)
      add("trigger", details.triggers)
      add("policy", details.policies)
      for (column, text) in details.generatedColumns {
        objects["the generated column `\(column)` \(place)"] = text
      }
      for order in details.nullOrders {
        objects["the order of NULL in the index `\(order.index)` \(place)"] = order.column
      }
      for name in details.deferrableConstraints {
        objects["the deferrable constraint `\(name)` \(place)"] = ""
      }
      if details.hasRowSecurity { objects["row-level security \(place)"] = "" }
      if details.isPartitioned { objects["the partitioning \(place)"] = "" }
    }
    return objects
  }
}
