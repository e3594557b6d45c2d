import Migration

extension Catalogue {
  /// `ALTER … RENAME …`
  mutating func rename(_ node: SyntaxNode) throws(ReplayProblem) {
    let name = node.text("newname") ?? ""
    let isOptional = node.flag("missing_ok")
    switch node.text("renameType") {
    case "OBJECT_TABLE", "OBJECT_INDEX", "OBJECT_SEQUENCE", "OBJECT_VIEW", "OBJECT_MATVIEW",
      "OBJECT_FOREIGN_TABLE":
      try renameRelation(node["relation"], to: name, isOptional)
    case "OBJECT_COLUMN":
      // Of a view the columns are not followed.
      guard let table = try table(node["relation"], isOptional: isOptional) else { return }
      let old = node.text("subname") ?? ""
      if tables[table]?.hasUnknownColumns == true, tables[table]?.place(of: old) == nil { return }
      if tables[table]?.place(of: name) != nil { throw .exists(.column, name) }
      let place = try columnPlace(old, of: table)
      tables[table]?.columns[place].name = name
      for (number, child) in tables where child.parents.contains(table) {
        if let place = child.place(of: old) { tables[number]?.columns[place].name = name }
      }
    case "OBJECT_TABCONSTRAINT":
      guard let table = try table(node["relation"], isOptional: isOptional) else { return }
      try renameConstraint(node.text("subname") ?? "", of: table, to: name)
    case "OBJECT_TYPE", "OBJECT_DOMAIN":
      let old = node["object"]?.qualifiedName ?? WrittenName(namespace: nil, name: "")
      guard let type = madeType(old), let made = types[type] else {
        throw .unknown(.type, old.text)
      }
      try move(type: type, to: made.name.with(name: name))
    case "OBJECT_SCHEMA":
      try renameSchema(node.text("subname") ?? "", to: name)
    case "OBJECT_POLICY", "OBJECT_TRIGGER":
      guard let table = try? table(node["relation"], isOptional: true),
        let old = node.text("subname")
      else { return }
      if node.text("renameType") == "OBJECT_POLICY" {
        let policy = tables[table]?.policies.removeValue(forKey: old)
        tables[table]?.policies[name] = policy
      } else {
        let trigger = tables[table]?.triggers.removeValue(forKey: old)
        tables[table]?.triggers[name] = trigger
      }
    default: break
    }
  }

  private mutating func renameRelation(_ node: SyntaxNode?, to name: String, _ isOptional: Bool)
    throws(ReplayProblem)
  {
    let old = node?.relationName ?? WrittenName(namespace: nil, name: "")
    guard let found = relation(old) else {
      if isOptional { return }
      throw .unknown(.relation, old.text)
    }
    let place = found.name.with(name: name)
    if case .index(let table, let index) = found.relation {
      return try rename(index: index, of: table, to: name)
    }
    try checkIsFree(place, .relation)
    move(found.relation, from: found.name, to: place)
  }

  /// Moves a table, sequence or view to another name, and what belongs to it to another schema.
  private mutating func move(
    _ relation: Relation, from old: QualifiedName, to new: QualifiedName
  ) {
    relations[old] = nil
    relations[new] = relation
    switch relation {
    case .table(let number):
      for index in tables[number]?.indexes ?? [] where old.namespace != new.namespace {
        relations[old.with(name: index.name)] = nil
        relations[new.with(name: index.name)] = .index(table: number, index: index.number)
      }
      tables[number]?.name = new
      guard old.namespace != new.namespace else { return }
      for (sequence, made) in sequences where made.owner?.table == number {
        move(
          .sequence(sequence), from: made.name,
          to: QualifiedName(namespace: new.namespace, name: made.name.name))
      }
    case .sequence(let number): sequences[number]?.name = new
    case .view:
      let view = views.removeValue(forKey: old)
      views[new] = view
    case .index: break
    }
  }

  private mutating func move(type: Int, to name: QualifiedName) throws(ReplayProblem) {
    guard let old = types[type]?.name else { return }
    if typeNames[name] != nil { throw .exists(.type, name.name) }
    typeNames[old] = nil
    typeNames[name] = type
    types[type]?.name = name
  }

  private mutating func renameConstraint(_ old: String, of table: Int, to name: String)
    throws(ReplayProblem)
  {
    guard let owner = tables[table] else { return }
    if let place = owner.foreignKeys.firstIndex(where: { $0.name == old }) {
      tables[table]?.foreignKeys[place].name = name
    } else if let place = owner.checks.firstIndex(where: { $0.name == old }) {
      tables[table]?.checks[place].name = name
    } else if let index = owner.indexes.first(where: { $0.name == old && $0.constraint != .none }) {
      try rename(index: index.number, of: table, to: name)
    } else {
      throw .unknown(.constraint, old)
    }
  }

  private mutating func renameSchema(_ old: String, to name: String) throws(ReplayProblem) {
    guard namespaces.contains(old) else { throw .unknown(.schema, old) }
    if namespaces.contains(name) { throw .exists(.schema, name) }
    namespaces.insert(name)
    for (place, relation) in relations where place.namespace == old {
      move(relation, from: place, to: QualifiedName(namespace: name, name: place.name))
    }
    for (type, made) in types where made.name.namespace == old {
      try move(type: type, to: QualifiedName(namespace: name, name: made.name.name))
    }
    namespaces.remove(old)
  }

  /// `ALTER … SET SCHEMA …`
  mutating func changeSchema(_ node: SyntaxNode) throws(ReplayProblem) {
    let schema = try creationNamespace(node.text("newschema"))
    switch node.text("objectType") {
    case "OBJECT_TYPE", "OBJECT_DOMAIN":
      let name = node["object"]?.qualifiedName ?? WrittenName(namespace: nil, name: "")
      guard let type = madeType(name), let made = types[type] else {
        throw .unknown(.type, name.text)
      }
      try move(type: type, to: QualifiedName(namespace: schema, name: made.name.name))
    case "OBJECT_EXTENSION":
      if let name = node["object"]?.string { extensions[name]?.schema = schema }
    default:
      let name = node["relation"]?.relationName ?? WrittenName(namespace: nil, name: "")
      guard let found = relation(name) else {
        if node["relation"] == nil || node.flag("missing_ok") { return }
        throw .unknown(.relation, name.text)
      }
      let place = QualifiedName(namespace: schema, name: found.name.name)
      if place == found.name { return }
      try checkIsFree(place, .relation)
      move(found.relation, from: found.name, to: place)
    }
  }
}
