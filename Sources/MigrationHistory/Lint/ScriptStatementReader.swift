import Migration

/// Reads what a statement of a script does from the tree of PostgreSQL's parser: the same actions that a
/// plan's statements have.
struct ScriptStatementReader {
  var knowledge: ScriptKnowledge
  /// What the statement does to tables.
  private(set) var actions: [StatementAction] = []
  /// What can go wrong, besides what follows from the actions.
  private(set) var hazards: [Hazard] = []
  /// The kind of statement, as PostgreSQL's parser names it.
  private(set) var kind = ""

  typealias Name = ScriptKnowledge.Name
  typealias Constraint = ScriptKnowledge.Constraint

  init(knowledge: ScriptKnowledge) { self.knowledge = knowledge }

  /// - Parameter statement: an object with the node as the only member.
  mutating func read(_ statement: SyntaxNode) {
    actions = []
    hazards = []
    kind = statement.kind
    guard let node = statement.content else { return }
    switch kind {
    case "CreateStmt": createTable(node)
    case "CreateTableAsStmt": createTableAs(node)
    case "IndexStmt": createIndex(node)
    case "AlterTableStmt": alterTable(node)
    case "RenameStmt": rename(node)
    case "AlterObjectSchemaStmt":
      if node.text("objectType") == "OBJECT_TABLE" { add(.renameTable, node["relation"]) }
    case "DropStmt": drop(node)
    case "CreateEnumStmt", "CompositeTypeStmt", "CreateRangeStmt":
      let name = Self.name(node.names("typeName"))
      knowledge.newTypes.insert(name)
      add(.createType)
    case "CreateSchemaStmt", "CreateDomainStmt", "CreateSeqStmt", "CreateFunctionStmt",
      "CreateExtensionStmt":
      add(.createType)
    case "AlterEnumStmt": alterEnum(node)
    case "AlterSeqStmt": alterSequence(node)
    case "CreateTrigStmt": add(.createTrigger, node["relation"])
    case "CreatePolicyStmt", "AlterPolicyStmt": add(.rowSecurity, node["table"])
    case "RuleStmt": add(.otherTableChange, node["relation"])
    case "CommentStmt": comment(node)
    case "TruncateStmt":
      for table in node.list("relations").compactMap({ $0["RangeVar"] }) {
        add(.truncate, table)
        lose(table) { .init(lost: "all rows of `\($0)` go") }
      }
    case "VacuumStmt": vacuum(node)
    case "ClusterStmt": add(.rewriteTable, node["relation"])
    case "ReindexStmt": reindex(node)
    case "InsertStmt": add(.insert, node["relation"])
    case "CopyStmt": if node.flag("is_from") { add(.insert, node["relation"]) }
    case "UpdateStmt", "DeleteStmt", "MergeStmt": changeRows(node)
    case "ViewStmt": add(.read)
    default: break
    }
  }

  // MARK: Adding what was found

  /// - Parameter relation: a `RangeVar`.
  mutating func add(_ kind: StatementKind, _ relation: SyntaxNode? = nil, other: Name? = nil) {
    let table = relation.flatMap { knowledge.old(Self.name($0)) }
    actions.append(StatementAction(kind, table, other: other.flatMap { knowledge.old($0) }))
  }

  mutating func add(_ kind: StatementKind, table: Name?, other: Name? = nil) {
    actions.append(
      StatementAction(
        kind, table.flatMap { knowledge.old($0) }, other: other.flatMap { knowledge.old($0) }))
  }

  mutating func add(_ hazard: Hazard) { hazards.append(hazard) }

  /// Adds a hazard unless the table is new, and so has no rows.
  private mutating func lose(_ relation: SyntaxNode, _ hazard: (String) -> Hazard) {
    if let table = knowledge.old(Self.name(relation)) { add(hazard(table)) }
  }

  /// The name in a `RangeVar`.
  static func name(_ relation: SyntaxNode) -> Name {
    Name(namespace: relation.text("schemaname"), name: relation.text("relname") ?? "")
  }

  /// The name that the parts of one make.
  static func name(_ parts: [String]) -> Name {
    Name(
      namespace: parts.count > 1 ? parts[parts.count - 2] : nil, name: parts.last ?? "")
  }

  // MARK: Tables, views, indexes

  private mutating func createTable(_ node: SyntaxNode) {
    guard let relation = node["relation"] else { return }
    let table = Self.name(relation)
    add(.createTable)
    // `IF NOT EXISTS`, and it does.
    if node.flag("if_not_exists"), knowledge.table(table) != nil { return }
    knowledge.newTables.insert(table)
    if node["partbound"] != nil {
      for parent in node.list("inhRelations").compactMap({ $0["RangeVar"] }) {
        add(.otherTableChange, parent)
      }
    }
    for element in node.list("tableElts") {
      if let constraint = element["Constraint"] { note(constraint, of: table) }
      for constraint in element["ColumnDef"]?.list("constraints") ?? [] {
        if let constraint = constraint["Constraint"] { note(constraint, of: table) }
      }
    }
  }

  /// A constraint that comes with its table.
  private mutating func note(_ constraint: SyntaxNode, of table: Name) {
    let name = Constraint(table: table, name: constraint.text("conname") ?? "")
    switch constraint.text("contype") {
    case "CONSTR_FOREIGN":
      guard let referenced = constraint["pktable"].map(Self.name) else { return }
      add(.addForeignKey, table: nil, other: referenced)
      knowledge.foreignKeys[table, default: [:]][name.name] = referenced
    case "CONSTR_PRIMARY", "CONSTR_UNIQUE": note(key: name)
    case "CONSTR_CHECK":
      noteNotNull(
        constraint["raw_expr"], name, isValid: !constraint.flag("skip_validation"))
    default: break
    }
  }

  private mutating func createTableAs(_ node: SyntaxNode) {
    if let relation = node["into"]?["rel"] { knowledge.newTables.insert(Self.name(relation)) }
    add(.read)
  }

  private mutating func createIndex(_ node: SyntaxNode) {
    guard let relation = node["relation"] else { return }
    let table = Self.name(relation)
    let isConcurrent = node.flag("concurrent")
    add(isConcurrent ? .createIndexConcurrently : .createIndex, table: table)
    if let index = node.text("idxname") {
      knowledge.indexes[Name(namespace: table.namespace, name: index)] = table
    }
    if node.flag("unique"), let name = knowledge.old(table) {
      let columns = node.list("indexParams").compactMap { $0["IndexElem"]?.text("name") }
      add(Hazard(.uniqueAdded(table: name, columns: columns)))
    }
  }

  private mutating func rename(_ node: SyntaxNode) {
    let relation = node["relation"]
    let new = node.text("newname") ?? ""
    switch node.text("renameType") {
    case "OBJECT_TABLE":
      add(.renameTable, relation)
      guard let relation else { return }
      let old = Self.name(relation)
      knowledge.rename(old, to: Name(namespace: old.namespace, name: new))
    case "OBJECT_COLUMN":
      guard let relation, node.text("relationType") == "OBJECT_TABLE" else { return }
      add(.renameColumn, relation)
      knowledge.rename(node.text("subname") ?? "", to: new, of: Self.name(relation))
    case "OBJECT_TABCONSTRAINT":
      add(.renameConstraint, relation)
      guard let relation else { return }
      let constraint = Constraint(table: Self.name(relation), name: node.text("subname") ?? "")
      if knowledge.droppedConstraints.contains(constraint) {
        add(
          Hazard(
            code: .defect,
            message:
              "`\(constraint.name)` has been dropped before, so renaming it fails; leave the statement out"
          ))
      }
    case "OBJECT_INDEX": add(.renameIndex)
    case "OBJECT_TYPE":
      add(.alterType)
      let old = Self.name(
        node["object"]?["List"]?.list("items").compactMap(\.string) ?? [])
      if knowledge.newTypes.remove(old) != nil {
        knowledge.newTypes.insert(Name(namespace: old.namespace, name: new))
      }
    default: break
    }
  }

  // MARK: Dropping

  private mutating func drop(_ node: SyntaxNode) {
    let objects = node.list("objects").map { object in
      (object["List"]?.list("items") ?? object["TypeName"]?.list("names") ?? [object])
        .compactMap(\.string)
    }
    for parts in objects {
      let name = Self.name(parts)
      switch node.text("removeType") {
      case "OBJECT_TABLE":
        add(.dropTable, table: name)
        let referenced = knowledge.referencedTables(of: name)
        for other in referenced.sorted(by: { $0.name < $1.name }) where other != name {
          add(.dropForeignKey, table: nil, other: other)
        }
        if let table = knowledge.old(name) { add(Hazard(.dropTable(table: table))) }
        knowledge.drop(name)
      case "OBJECT_INDEX": dropIndex(name, isConcurrent: node.flag("concurrent"))
      case "OBJECT_TRIGGER", "OBJECT_RULE": add(.dropTrigger, table: Self.name(parts.dropLast()))
      case "OBJECT_POLICY": add(.rowSecurity, table: Self.name(parts.dropLast()))
      case "OBJECT_TYPE", "OBJECT_DOMAIN": add(.alterType)
      case "OBJECT_SEQUENCE": add(.dropSequence)
      case "OBJECT_SCHEMA":
        if node.text("behavior") == "DROP_CASCADE" {
          add(Hazard(lost: "the schema `\(name.name)` goes with all its tables and their rows"))
        }
      case "OBJECT_MATVIEW", "OBJECT_VIEW": break
      case "OBJECT_EXTENSION":
        add(.createType)
        add(.extensionDropped(name.name))
      default: break
      }
    }
    if node.text("behavior") == "DROP_CASCADE", node.text("removeType") != "OBJECT_SCHEMA" {
      add(.takesAlong)
    }
  }

  private mutating func dropIndex(_ name: Name, isConcurrent: Bool) {
    let kind: StatementKind = isConcurrent ? .dropIndexConcurrently : .dropIndex
    // Where its table is not known: it is locked itself as well.
    let owner = knowledge.owner(ofIndex: name)
    add(kind, table: owner?.table ?? name)
    knowledge.indexes[name] = nil
    guard let owner, owner.isConstraint else { return }
    add(
      Hazard(
        code: .defect,
        message:
          "the index `\(name.name)` belongs to a constraint, so this fails; write "
          + "`ALTER TABLE \"\(owner.table.name)\" DROP CONSTRAINT \"\(name.name)\"`"))
  }

  // MARK: Types and sequences

  private mutating func alterEnum(_ node: SyntaxNode) {
    if node.text("oldVal") != nil {
      add(.alterType)
      return
    }
    add(.addEnumValue)
    let type = Self.name(node.list("typeName").compactMap(\.string))
    if !knowledge.newTypes.contains(type) { add(.enumValueAdded(to: type.name)) }
  }

  private mutating func alterSequence(_ node: SyntaxNode) {
    for option in node.list("options").compactMap({ $0["DefElem"] })
    where option.text("defname") == "owned_by" {
      let parts = option["arg"]?["List"]?.list("items").compactMap(\.string) ?? []
      if parts.count > 1 { add(.ownSequence, table: Self.name(parts.dropLast())) }
    }
  }

  // MARK: The rest

  private mutating func comment(_ node: SyntaxNode) {
    let parts = node["object"]?["List"]?.list("items").compactMap(\.string) ?? []
    switch node.text("objtype") {
    case "OBJECT_TABLE": add(.comment, table: Self.name(parts))
    case "OBJECT_COLUMN": add(.comment, table: Self.name(parts.dropLast()))
    default: break
    }
  }

  private mutating func vacuum(_ node: SyntaxNode) {
    let options = node.list("options").compactMap { $0["DefElem"]?.text("defname") }
    let kind: StatementKind =
      options.contains("full") ? .vacuumFull : node.flag("is_vacuumcmd") ? .vacuum : .analyze
    for table in node.list("rels").compactMap({ $0["VacuumRelation"]?["relation"] }) {
      add(kind, table)
    }
    if node.list("rels").isEmpty { add(kind) }
  }

  private mutating func reindex(_ node: SyntaxNode) {
    let options = node.list("params").compactMap { $0["DefElem"]?.text("defname") }
    let kind: StatementKind = options.contains("concurrently") ? .reindexConcurrently : .reindex
    if node.text("kind") == "REINDEX_OBJECT_INDEX", let relation = node["relation"] {
      let index = Self.name(relation)
      add(kind, table: knowledge.owner(ofIndex: index)?.table ?? index)
    } else {
      add(kind, node["relation"])
    }
  }

  private mutating func changeRows(_ node: SyntaxNode) {
    guard let relation = node["relation"] else { return }
    add(.changeRows, relation)
    let isWhole = node["whereClause"] == nil && kind != "MergeStmt"
    guard isWhole, let table = knowledge.old(Self.name(relation)) else { return }
    if kind == "DeleteStmt", node.list("usingClause").isEmpty {
      add(Hazard(lost: "all rows of `\(table)` go"))
    } else if kind == "UpdateStmt" {
      add(
        Hazard(
          code: .longLock,
          message:
            "each row of `\(table)` is written, and can't be changed by others until the transaction ends; "
            + "do it in small parts, each a transaction of its own"))
    }
  }
}
