import Migration

extension Catalogue {
  /// Applies one statement.
  ///
  /// - Parameters:
  ///   - statement: a node that names its kind.
  ///   - source: the statement as it is written.
  mutating func apply(_ statement: SyntaxNode, source: ArraySlice<UInt8>) throws(ReplayProblem)
    -> StatementOutcome
  {
    guard let node = statement.content else { return .done }
    let kind = statement.kind
    switch kind {
    case "CreateStmt": try createTable(node)
    case "CreateForeignTableStmt":
      if let table = node["base_stmt"] ?? node["base"] { try createTable(table) }
    case "AlterTableStmt": return try alterTable(node)
    case "IndexStmt": try createIndex(node)
    case "CreateEnumStmt": try createEnum(node)
    case "AlterEnumStmt": try alterEnum(node)
    case "DropStmt": return try drop(node)
    case "RenameStmt": try rename(node)
    case "AlterObjectSchemaStmt": try changeSchema(node)
    case "CreateSchemaStmt": return try createSchema(node)
    case "CreateSeqStmt": try createSequence(node)
    case "AlterSeqStmt": try alterSequence(node)
    case "CreateExtensionStmt": try createExtension(node)
    case "CreateDomainStmt": try makeType(nameList(node, "domainname"), kind: .domain)
    case "CompositeTypeStmt":
      try makeType(node["typevar"]?.relationName ?? nameList(node, "names"), kind: .other)
    case "CreateRangeStmt": try makeType(nameList(node, "typeName"), kind: .other)
    case "DefineStmt":
      if node.text("kind") == "OBJECT_TYPE" {
        let name = nameList(node, "defnames")
        // The shell of a type is filled in by a second statement.
        if madeType(name) == nil { try makeType(name, kind: .other) }
      }
    case "ViewStmt":
      addView(node["view"], source, isMaterialized: false)
    case "CreateTableAsStmt": return try createTableFromQuery(node, source)
    case "SelectStmt": return try select(node)
    case "CreateFunctionStmt": addFunction(node)
    case "VariableSetStmt": set(node)
    case "CommentStmt": comment(node)
    case "CreatePolicyStmt":
      if let table = try table(node["table"]), let name = node.text("policy_name") {
        tables[table]?.policies[name] = (node.text("cmd_name") ?? "all").uppercased()
      }
    case "CreateTrigStmt":
      if let table = try table(node["relation"]), let name = node.text("trigname") {
        tables[table]?.triggers[name] = String(decoding: source, as: UTF8.self)
      }
    case let other where Self.harmless.contains(other): break
    default: return .notUnderstood("a statement of the kind `\(kind)`")
    }
    return .done
  }

  /// The kinds that change nothing of what is followed here: data, rights, functions, settings.
  private static let harmless: Set<String> = [
    "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "TruncateStmt", "CopyStmt", "GrantStmt",
    "GrantRoleStmt", "AlterDefaultPrivilegesStmt", "CreateRoleStmt", "AlterRoleStmt",
    "AlterRoleSetStmt", "DropRoleStmt", "AlterFunctionStmt", "AlterOwnerStmt",
    "AlterPolicyStmt", "LockStmt", "VacuumStmt", "ReindexStmt", "ClusterStmt", "RefreshMatViewStmt",
    "CreatePublicationStmt", "AlterPublicationStmt", "CreateSubscriptionStmt",
    "AlterSubscriptionStmt", "DropSubscriptionStmt", "CreateStatsStmt", "AlterStatsStmt",
    "CreateCastStmt", "CreateOpClassStmt", "CreateOpFamilyStmt", "CreateConversionStmt",
    "CreatePLangStmt", "CreateEventTrigStmt", "AlterEventTrigStmt", "RuleStmt", "NotifyStmt",
    "ListenStmt", "UnlistenStmt", "DiscardStmt", "ExplainStmt", "PrepareStmt", "DeallocateStmt",
    "CallStmt", "CheckPointStmt", "LoadStmt", "ConstraintsSetStmt", "VariableShowStmt",
    "SecLabelStmt", "AlterDatabaseStmt", "AlterDatabaseSetStmt", "AlterSystemStmt",
    "AlterExtensionStmt", "AlterExtensionContentsStmt", "AlterDomainStmt", "AlterTypeStmt",
    "AlterOperatorStmt", "AlterObjectDependsStmt", "AlterTSConfigurationStmt",
    "AlterTSDictionaryStmt", "CreateAmStmt", "CreateFdwStmt", "AlterFdwStmt",
    "CreateForeignServerStmt", "AlterForeignServerStmt", "CreateUserMappingStmt",
    "AlterUserMappingStmt", "DropUserMappingStmt", "DropOwnedStmt", "ReassignOwnedStmt",
    "AlterCollationStmt", "CreateTransformStmt", "DeclareCursorStmt", "FetchStmt",
    "ClosePortalStmt",
  ]

  private func nameList(_ node: SyntaxNode, _ member: StaticString) -> WrittenName {
    node[member]?.qualifiedName ?? WrittenName(namespace: nil, name: "")
  }

  // MARK: Schemas and sequences

  private mutating func createSchema(_ node: SyntaxNode) throws(ReplayProblem) -> StatementOutcome {
    let name = node.text("schemaname") ?? node["authrole"]?.text("rolename") ?? ""
    if namespaces.contains(name) {
      if node.flag("if_not_exists") { return .done }
      throw .exists(.schema, name)
    }
    namespaces.insert(name)
    return node.list("schemaElts").isEmpty
      ? .done : .notUnderstood("`CREATE SCHEMA` with objects in it")
  }

  private mutating func createSequence(_ node: SyntaxNode) throws(ReplayProblem) {
    guard let written = node["sequence"]?.relationName else { return }
    let name = QualifiedName(
      namespace: try creationNamespace(written.namespace), name: written.name)
    if relations[name] != nil {
      if node.flag("if_not_exists") { return }
      throw .exists(.sequence, written.text)
    }
    let number = makeNumber()
    relations[name] = .sequence(number)
    sequences[number] = CatalogueSequence(name: name, owner: nil)
    try own(number, node)
  }

  private mutating func alterSequence(_ node: SyntaxNode) throws(ReplayProblem) {
    guard let written = node["sequence"]?.relationName else { return }
    guard case .sequence(let number)? = relation(written)?.relation else {
      if node.flag("missing_ok") { return }
      throw .unknown(.sequence, written.text)
    }
    try own(number, node)
  }

  /// `OWNED BY table.column`, `OWNED BY NONE`
  private mutating func own(_ sequence: Int, _ node: SyntaxNode) throws(ReplayProblem) {
    for option in node.list("options") where option["DefElem"]?.text("defname") == "owned_by" {
      let names = option["DefElem"]?["arg"]?["List"]?.list("items").compactMap(\.string) ?? []
      guard names.count >= 2, let column = names.last else {
        sequences[sequence]?.owner = nil
        continue
      }
      let table = WrittenName(
        namespace: names.count > 2 ? names[names.count - 3] : nil, name: names[names.count - 2])
      guard case .table(let number)? = relation(table)?.relation else {
        throw .unknown(.table, table.text)
      }
      let owner = try self.column(column, of: number)
      sequences[sequence]?.owner = (number, owner)
    }
  }

  // MARK: Views and queries

  private mutating func addView(
    _ node: SyntaxNode?, _ source: ArraySlice<UInt8>, isMaterialized: Bool
  ) {
    guard let written = node?.relationName,
      let namespace = try? creationNamespace(written.namespace)
    else { return }
    let name = QualifiedName(namespace: namespace, name: written.name)
    // Views come and go in ways that are not followed, so one that seems to be there is replaced.
    if let other = relations[name], other != .view { return }
    relations[name] = .view
    var view = SQLView(name: name, definition: String(decoding: source, as: UTF8.self))
    view.isMaterialized = isMaterialized
    views[name] = view
  }

  /// `CREATE TABLE … AS`, `CREATE MATERIALIZED VIEW`
  private mutating func createTableFromQuery(_ node: SyntaxNode, _ source: ArraySlice<UInt8>)
    throws(ReplayProblem) -> StatementOutcome
  {
    guard let into = node["into"] else { return .done }
    if node.text("objtype") == "OBJECT_MATVIEW" {
      addView(into["rel"], source, isMaterialized: true)
      return .done
    }
    let query = node["query"]?["SelectStmt"]
    return try makeTable(into, from: query, isOptional: node.flag("if_not_exists"))
  }

  /// `SELECT … INTO table`, `SELECT set_config('search_path', …)`
  private mutating func select(_ node: SyntaxNode) throws(ReplayProblem) -> StatementOutcome {
    for target in node.list("targetList") {
      let call = target["ResTarget"]?["val"]?["FuncCall"]
      let arguments = call?.list("args").map { $0["A_Const"]?["sval"]?.text("sval") ?? "" } ?? []
      if call?.names("funcname").last == "set_config", arguments.count >= 2,
        arguments[0] == "search_path"
      {
        searchPath = arguments[1].split(separator: ",").map { Self.unquoted($0) }
      }
    }
    guard let into = node["intoClause"] else { return .done }
    return try makeTable(into, from: node, isOptional: false)
  }

  /// A table out of a query, with the columns that are simply taken over from one other table.
  private mutating func makeTable(_ into: SyntaxNode, from query: SyntaxNode?, isOptional: Bool)
    throws(ReplayProblem) -> StatementOutcome
  {
    let written = into["rel"]?.relationName ?? WrittenName(namespace: nil, name: "")
    let name = QualifiedName(
      namespace: try creationNamespace(written.namespace), name: written.name)
    if relations[name] != nil {
      if isOptional { return .done }
      throw .exists(.table, written.text)
    }
    let number = makeNumber()
    var table = CatalogueTable(name: name)
    table.isDroppedOnCommit = into.text("onCommit") == "ONCOMMIT_DROP"
    let columns = query.flatMap(columns(of:))
    table.hasUnknownColumns = columns == nil
    for (name, type) in columns ?? [] {
      table.columns.append(
        CatalogueColumn(number: table.makeColumnNumber(), name: name, type: type))
    }
    relations[name] = .table(number)
    tables[number] = table
    return columns == nil && name.namespace != temporaryNamespace
      ? .notUnderstood("the columns of a table made from a query") : .done
  }

  /// The columns that a query gives, nil where they are more than columns of one table.
  private func columns(of query: SyntaxNode) -> [(name: String, type: ColumnType)]? {
    let sources = query.list("fromClause")
    guard sources.count == 1, let source = sources.first?["RangeVar"],
      case .table(let number)? = relation(source.relationName)?.relation,
      let table = tables[number], !table.hasUnknownColumns
    else { return nil }
    var columns: [(name: String, type: ColumnType)] = []
    for target in query.list("targetList").compactMap({ $0["ResTarget"] }) {
      guard let fields = target["val"]?["ColumnRef"]?.list("fields"), let last = fields.last else {
        return nil
      }
      if last["A_Star"] != nil {
        columns += table.columns.map { ($0.name, $0.type) }
      } else if let name = last.string, let place = table.place(of: name) {
        columns.append((target.text("name") ?? name, table.columns[place].type))
      } else {
        return nil
      }
    }
    return columns
  }

  // MARK: Functions

  private mutating func addFunction(_ node: SyntaxNode) {
    guard let name = node.names("funcname").last?.lowercased() else { return }
    let arguments = node.list("parameters").compactMap {
      $0["FunctionParameter"]?["argType"]?.names("names").last
    }
    for option in node.list("options") where option["DefElem"]?.text("defname") == "as" {
      let code = option["DefElem"]?["arg"]?["List"]?.list("items").first?.string ?? ""
      let steps = ProcedureCode(Array(code.utf8)).steps
      var known = alteringFunctions[name] ?? []
      // One that takes the place of another does what it does from now on.
      if steps.allSatisfy(\.isHarmless) {
        known.remove(arguments)
      } else {
        known.insert(arguments)
      }
      alteringFunctions[name] = known.isEmpty ? nil : known
    }
  }

  // MARK: Settings and comments

  private mutating func set(_ node: SyntaxNode) {
    guard node.text("name") == "search_path" else { return }
    if node.text("kind") == "VAR_SET_VALUE" {
      searchPath = node.list("args").compactMap { argument in
        argument["A_Const"]?["sval"].map { $0.text("sval") ?? "" }
      }.map { Self.unquoted($0[...]) }
    } else {
      searchPath = [defaultNamespace]
    }
  }

  private static func unquoted(_ name: Substring) -> String {
    let trimmed = name.drop { $0 == " " }
    let end = trimmed.lastIndex { $0 != " " }
    let text = end.map { trimmed[...$0] } ?? ""
    return text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1
      ? String(text.dropFirst().dropLast()) : String(text)
  }

  private mutating func comment(_ node: SyntaxNode) {
    let comment = node.text("comment")
    let names = node["object"]?["List"]?.list("items").compactMap(\.string) ?? []
    switch node.text("objtype") {
    case "OBJECT_TABLE":
      guard let last = names.last else { return }
      let name = WrittenName(namespace: names.dropLast().last, name: last)
      if case .table(let table)? = relation(name)?.relation { tables[table]?.comment = comment }
    case "OBJECT_COLUMN":
      guard names.count >= 2, let last = names.last else { return }
      let name = WrittenName(
        namespace: names.dropLast(2).last, name: names[names.count - 2])
      if case .table(let table)? = relation(name)?.relation,
        let place = tables[table]?.place(of: last)
      {
        tables[table]?.columns[place].comment = comment
      }
    default: break
    }
  }
}
