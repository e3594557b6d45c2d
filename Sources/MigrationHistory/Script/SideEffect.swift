/// What a statement of a script does besides changing the structure that migrations compare: a way back
/// that is worked out from structures knows nothing of it.
public struct SideEffect: Hashable, Sendable {
  /// What becomes of it when the structure goes back.
  public enum Kind: Hashable, Sendable {
    /// Rows that were written, changed or removed stay so.
    case rows
    /// Something stays that does no harm: the script can be run again.
    case harmless
    /// It is not known.
    case unknown
    /// None of this: a transaction begins or ends.
    case transaction
  }

  public let kind: Kind
  /// The line of the statement, from 1.
  public let line: Int
  /// The start of the statement.
  public let text: String

  /// What the statements of a script do, in order. Of those that write rows in the same way only the first
  /// is told.
  public static func all(in script: [UInt8]) -> [SideEffect] {
    var lines = LineCounter(script)
    var effects: [SideEffect] = []
    var seen: Set<String> = []
    for statement in ScriptStatement.split(script) {
      guard let kind = kind(of: statement, in: script) else { continue }
      if kind == .rows, !seen.insert(statement.firstWords.first ?? "").inserted { continue }
      effects.append(
        SideEffect(
          kind: kind, line: lines.line(of: statement.range.lowerBound),
          text: start(of: script[statement.range])))
    }
    return effects
  }

  /// Its first words, in one line.
  private static func start(of statement: ArraySlice<UInt8>) -> String {
    let words = statement.prefix(400).split { $0 <= 0x20 }.joined(separator: [0x20])
    let text = String(decoding: Array(words), as: UTF8.self)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }

  private static func kind(of statement: ScriptStatement, in script: [UInt8]) -> Kind? {
    switch statement.firstWords.first {
    case "insert", "update", "delete", "truncate", "merge", "copy", "with": return .rows
    case "select": return statement.selectsIntoOrSets ? nil : .rows
    default: break
    }
    let text = script[statement.range]
    guard statement.depth <= PostgreSQLParser.depthLimit, !text.contains(0),
      let tree = try? PostgreSQLParser.statement(text)
    else { return .unknown }
    let kinds = (tree.root?.list("stmts") ?? []).compactMap { statement in
      statement["stmt"].map { Self.kind(of: $0) }
    }
    return kinds.contains(.unknown) ? .unknown : kinds.compactMap(\.self).first
  }

  private static func kind(of statement: SyntaxNode) -> Kind? {
    guard let node = statement.content else { return nil }
    switch statement.kind {
    case "TransactionStmt": return .transaction
    // What structures, or the comparison of all else, tell of.
    case "CreateStmt", "IndexStmt", "CreateEnumStmt", "CreateTableAsStmt", "ViewStmt",
      "CreatePolicyStmt", "CreateTrigStmt", "CreateSeqStmt", "CreateDomainStmt",
      "CompositeTypeStmt", "CreateRangeStmt", "CommentStmt":
      return nil
    case "AlterEnumStmt": return node.text("oldVal") == nil ? nil : .unknown
    case "AlterTableStmt": return kind(ofAlterTable: node)
    case "AlterSeqStmt":
      let names = node.list("options").map { $0["DefElem"]?.text("defname") }
      return names.allSatisfy { $0 == "owned_by" } ? nil : .unknown
    case "RenameStmt":
      switch node.text("renameType") {
      case "OBJECT_TABLE", "OBJECT_COLUMN", "OBJECT_INDEX", "OBJECT_TABCONSTRAINT",
        "OBJECT_TYPE":
        return nil
      default: return .unknown
      }
    case "DropStmt":
      switch node.text("removeType") {
      case "OBJECT_TABLE", "OBJECT_INDEX", "OBJECT_TYPE", "OBJECT_DOMAIN", "OBJECT_SEQUENCE",
        "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_POLICY", "OBJECT_TRIGGER":
        return nil
      default: return .unknown
      }
    // Rights, and what is made only where it is missing.
    case "GrantStmt", "GrantRoleStmt", "AlterDefaultPrivilegesStmt", "AlterOwnerStmt":
      return .harmless
    case "CreateSchemaStmt", "CreateExtensionStmt":
      return node.flag("if_not_exists") ? .harmless : .unknown
    // Settings of the session, and what leaves nothing.
    case "VariableSetStmt", "VariableShowStmt", "LockStmt", "VacuumStmt", "ReindexStmt",
      "ClusterStmt", "RefreshMatViewStmt", "ConstraintsSetStmt", "ExplainStmt", "CheckPointStmt",
      "NotifyStmt", "ListenStmt", "UnlistenStmt", "DiscardStmt", "PrepareStmt", "DeallocateStmt":
      return nil
    default: return .unknown
    }
  }

  private static func kind(ofAlterTable node: SyntaxNode) -> Kind? {
    if node.text("objtype") != "OBJECT_TABLE" { return .unknown }
    for command in node.list("cmds").compactMap({ $0["AlterTableCmd"] }) {
      switch command.text("subtype") {
      case "AT_AddColumn", "AT_DropColumn", "AT_AlterColumnType", "AT_ColumnDefault",
        "AT_SetNotNull", "AT_DropNotNull", "AT_AddConstraint", "AT_DropConstraint",
        "AT_ValidateConstraint", "AT_EnableRowSecurity", "AT_DisableRowSecurity",
        "AT_AlterConstraint", "AT_DropExpression":
        break
      case "AT_ChangeOwner": return .harmless
      default: return .unknown
      }
    }
    return nil
  }
}
