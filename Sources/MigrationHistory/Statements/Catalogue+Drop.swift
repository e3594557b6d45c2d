import Migration

extension Catalogue {
  /// `DROP …`
  mutating func drop(_ node: SyntaxNode) throws(ReplayProblem) -> StatementOutcome {
    let isOptional = node.flag("missing_ok")
    let isCascade = node.text("behavior") == "DROP_CASCADE"
    let objects = node.list("objects")
    switch node.text("removeType") {
    case "OBJECT_TABLE", "OBJECT_FOREIGN_TABLE":
      var dropped: [Int] = []
      for object in objects {
        let name = object.qualifiedName
        switch relation(name)?.relation {
        case .table(let table): dropped.append(table)
        case nil where isOptional: break
        case nil: throw .unknown(.table, name.text)
        default: throw .wrongKind(name.text, expected: .table)
        }
      }
      try dropTables(dropped, isCascade: isCascade)
    case "OBJECT_INDEX":
      for object in objects { try dropIndex(object.qualifiedName, isOptional, isCascade) }
    case "OBJECT_TYPE", "OBJECT_DOMAIN":
      for object in objects {
        let name = object.qualifiedName
        if let type = madeType(name) {
          try dropType(type, isCascade: isCascade)
        } else if !isOptional {
          throw .unknown(.type, name.text)
        }
      }
    case "OBJECT_SEQUENCE":
      for object in objects {
        let name = object.qualifiedName
        if case .sequence(let number)? = relation(name)?.relation {
          try dropSequence(number, isCascade: isCascade)
        } else if !isOptional {
          throw .unknown(.sequence, name.text)
        }
      }
    case "OBJECT_SCHEMA":
      for object in objects { try dropSchema(object.string ?? "", isOptional, isCascade) }
    case "OBJECT_VIEW", "OBJECT_MATVIEW":
      for object in objects {
        if let found = relation(object.qualifiedName), found.relation == .view {
          relations[found.name] = nil
          views[found.name] = nil
        }
      }
    case "OBJECT_POLICY", "OBJECT_TRIGGER":
      for object in objects { dropAttachment(object, isPolicy: node.text("removeType")) }
    case "OBJECT_EXTENSION":
      for object in objects { try dropExtension(object.string ?? "", isCascade: isCascade) }
    case "OBJECT_FUNCTION", "OBJECT_PROCEDURE", "OBJECT_ROUTINE":
      // With CASCADE also what is made of it: defaults, expression indexes.
      return isCascade ? .notUnderstood("`DROP FUNCTION … CASCADE`") : .done
    default: break
    }
    return .done
  }

  // MARK: Tables

  /// Tables that are dropped together, which may refer to each other.
  mutating func dropTables(_ dropped: [Int], isCascade: Bool) throws(ReplayProblem) {
    let numbers = Set(dropped)
    if !isCascade {
      for number in dropped {
        let user = foreignKeys(to: number).first { !numbers.contains($0.table) }
        if let user, let name = tables[number]?.name.name {
          throw .inUse(name, by: "the foreign key `\(user.key.name)`")
        }
      }
    }
    for number in dropped { removeTable(number) }
    for number in Array(tables.keys) {
      guard let table = tables[number] else { continue }
      if table.foreignKeys.contains(where: { numbers.contains($0.referencedTable) }) {
        tables[number]?.foreignKeys.removeAll { numbers.contains($0.referencedTable) }
      }
    }
    // The partitions and inheriting tables of a dropped one go with it.
    let orphans = tables.filter { !numbers.isDisjoint(with: $0.value.parents) }.map(\.key)
    if !orphans.isEmpty { try dropTables(orphans, isCascade: true) }
  }

  private mutating func removeTable(_ number: Int) {
    guard let table = tables.removeValue(forKey: number) else { return }
    relations[table.name] = nil
    for index in table.indexes { relations[table.name.with(name: index.name)] = nil }
    dropOwnedSequences { $0.table == number }
  }

  /// Sequences go with the column that they belong to.
  mutating func dropOwnedSequences(_ isOwner: ((table: Int, column: Int)) -> Bool) {
    for (number, sequence) in sequences {
      if let owner = sequence.owner, isOwner(owner) {
        relations[sequence.name] = nil
        sequences[number] = nil
      }
    }
  }

  // MARK: Columns

  /// Drops a column with the indexes, keys and checks that it is part of.
  mutating func dropColumn(_ number: Int, of table: Int, isCascade: Bool) throws(ReplayProblem) {
    guard let owner = tables[table] else { return }
    let name = owner.column(number)?.name ?? ""
    let indexes = owner.indexes.filter { $0.uses(number) }
    let numbers = Set(indexes.map(\.number))
    for (user, key) in foreignKeys(to: table) where numbers.contains(key.index) {
      // A key that goes with the same column does not hold it.
      let goesToo = user == table && key.columns.contains(number)
      if !isCascade, !goesToo { throw .inUse(name, by: "the foreign key `\(key.name)`") }
      tables[user]?.foreignKeys.removeAll { $0.name == key.name }
    }
    for index in indexes { relations[owner.name.with(name: index.name)] = nil }
    tables[table]?.indexes.removeAll { numbers.contains($0.number) }
    tables[table]?.foreignKeys.removeAll { $0.columns.contains(number) }
    tables[table]?.checks.removeAll { $0.condition.columns.contains(number) }
    tables[table]?.columns.removeAll { $0.number == number }
    dropOwnedSequences { $0.table == table && $0.column == number }
  }

  // MARK: Constraints and indexes

  mutating func dropConstraint(_ name: String, of table: Int, isOptional: Bool, isCascade: Bool)
    throws(ReplayProblem)
  {
    guard let owner = tables[table] else { return }
    if owner.foreignKeys.contains(where: { $0.name == name }) {
      tables[table]?.foreignKeys.removeAll { $0.name == name }
    } else if owner.checks.contains(where: { $0.name == name }) {
      tables[table]?.checks.removeAll { $0.name == name }
    } else if let index = owner.indexes.first(where: { $0.name == name && $0.constraint != .none })
    {
      try removeIndex(index, of: table, isCascade: isCascade)
    } else if !isOptional {
      throw .unknown(.constraint, name)
    }
  }

  private mutating func dropIndex(_ name: WrittenName, _ isOptional: Bool, _ isCascade: Bool)
    throws(ReplayProblem)
  {
    guard let found = relation(name) else {
      if isOptional { return }
      throw .unknown(.index, name.text)
    }
    guard case .index(let table, let number) = found.relation else {
      throw .wrongKind(name.text, expected: .index)
    }
    guard let index = tables[table]?.indexes.first(where: { $0.number == number }) else { return }
    if index.constraint != .none {
      throw .inUse(name.text, by: "the constraint of the same name")
    }
    try removeIndex(index, of: table, isCascade: isCascade)
  }

  /// Removes an index that foreign keys may rest on.
  private mutating func removeIndex(_ index: CatalogueIndex, of table: Int, isCascade: Bool)
    throws(ReplayProblem)
  {
    for (user, key) in foreignKeys(to: table) where key.index == index.number {
      if !isCascade { throw .inUse(index.name, by: "the foreign key `\(key.name)`") }
      tables[user]?.foreignKeys.removeAll { $0.name == key.name }
    }
    if let owner = tables[table]?.name { relations[owner.with(name: index.name)] = nil }
    tables[table]?.indexes.removeAll { $0.number == index.number }
  }

  // MARK: Types, sequences, schemas

  private mutating func dropType(_ type: Int, isCascade: Bool) throws(ReplayProblem) {
    guard let made = types[type] else { return }
    for table in tableNumbers {
      for column in tables[table]?.columns ?? [] where column.type.base == .made(type) {
        if !isCascade { throw .inUse(made.name.name, by: "the column `\(column.name)`") }
        try dropColumn(column.number, of: table, isCascade: true)
      }
      // A default keeps the type that it was written with when its column gets another one.
      for (place, column) in (tables[table]?.columns ?? []).enumerated()
      where column.defaultValue?.uses(type: type) == true {
        if !isCascade {
          throw .inUse(made.name.name, by: "the default of the column `\(column.name)`")
        }
        tables[table]?.columns[place].defaultValue = nil
      }
    }
    types[type] = nil
    typeNames[made.name] = nil
  }

  private mutating func dropSequence(_ number: Int, isCascade: Bool) throws(ReplayProblem) {
    guard let sequence = sequences[number] else { return }
    for (table, owner) in tables {
      for (place, column) in owner.columns.enumerated()
      where column.defaultValue?.sequences.contains(number) == true {
        if !isCascade {
          throw .inUse(sequence.name.name, by: "the default of the column `\(column.name)`")
        }
        tables[table]?.columns[place].defaultValue = nil
      }
    }
    relations[sequence.name] = nil
    sequences[number] = nil
  }

  private mutating func dropSchema(_ name: String, _ isOptional: Bool, _ isCascade: Bool)
    throws(ReplayProblem)
  {
    guard namespaces.contains(name) else {
      if isOptional { return }
      throw .unknown(.schema, name)
    }
    let inside = tables.filter { $0.value.name.namespace == name }.map(\.key)
    if !isCascade, let first = inside.first, let table = tables[first] {
      throw .inUse(name, by: "the table `\(table.name.name)`")
    }
    try dropTables(inside, isCascade: true)
    for (type, made) in types where made.name.namespace == name {
      try dropType(type, isCascade: true)
    }
    for (sequence, made) in sequences where made.name.namespace == name {
      try dropSequence(sequence, isCascade: true)
    }
    relations = relations.filter { $0.key.namespace != name }
    views = views.filter { $0.key.namespace != name }
    namespaces.remove(name)
  }

  private mutating func dropExtension(_ name: String, isCascade: Bool) throws(ReplayProblem) {
    extensions[name] = nil
    for (number, type) in types {
      if case .installed(name) = type.kind { try dropType(number, isCascade: isCascade) }
    }
  }

  private mutating func dropAttachment(_ object: SyntaxNode, isPolicy kind: String?) {
    // The name of the table, then that of the policy or trigger.
    let names = object["List"]?.list("items").compactMap(\.string) ?? []
    guard names.count >= 2, let own = names.last else { return }
    let name = WrittenName(
      namespace: names.count > 2 ? names[names.count - 3] : nil, name: names[names.count - 2])
    guard case .table(let table)? = relation(name)?.relation else { return }
    if kind == "OBJECT_POLICY" {
      tables[table]?.policies[own] = nil
    } else {
      tables[table]?.triggers[own] = nil
    }
  }
}
