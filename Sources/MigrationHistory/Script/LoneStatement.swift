/// A statement that can't be in a transaction with others, and by what it can be seen whether it took
/// effect.
public enum LoneStatement: Hashable, Sendable {
  /// The parts of a name as the script writes it: the schema, if it says one, and the name.
  public typealias Path = [String]

  /// `CREATE INDEX CONCURRENTLY`; no name where the server chooses it.
  case createIndex(String?, table: Path)
  /// `DROP INDEX CONCURRENTLY`
  case dropIndex(Path)
  /// `REINDEX … CONCURRENTLY` of an index or a table; nil for all of a schema or a database.
  case reindex(Path?)
  /// `ALTER TYPE … ADD VALUE`, before PostgreSQL 12.
  case addValue(String, type: Path)
  /// One that can be run again without harm, such as `VACUUM`, or the fill of a plan of small steps.
  case repeatable
  /// Any other.
  case other
}

/// What a statement means for a script that is taken apart.
enum StatementNature: Hashable {
  /// It can be in a transaction with others.
  case ordinary
  case lone(LoneStatement)
  /// `BEGIN`
  case begins
  /// `COMMIT`
  case commits
  /// It deals with a transaction that must be open, such as `SAVEPOINT`.
  case inTransaction
  /// It may end transactions by itself, or change who is at work or what the session is: a script that has
  /// one is not taken apart.
  case opaque

  /// - Parameters:
  ///   - statement: an object with the node as the only member.
  ///   - text: what was parsed.
  ///   - serverVersion: such as 150004 for 15.4.
  init(_ statement: SyntaxNode, _ text: ArraySlice<UInt8>, serverVersion: Int) {
    guard let node = statement.content else {
      self = .ordinary
      return
    }
    switch statement.kind {
    case "TransactionStmt": self = Self.transaction(node)
    case "IndexStmt":
      let table = node["relation"].map(Self.path) ?? []
      self =
        node.flag("concurrent")
        ? .lone(.createIndex(node.text("idxname"), table: table)) : .ordinary
    case "DropStmt":
      let path = node.list("objects").first?["List"]?.list("items").compactMap(\.string) ?? []
      self = node.flag("concurrent") ? .lone(.dropIndex(path)) : .ordinary
    case "ReindexStmt": self = Self.reindex(node)
    case "VacuumStmt": self = node.flag("is_vacuumcmd") ? .lone(.repeatable) : .ordinary
    // One of a partitioned table can't be in a transaction.
    case "ClusterStmt": self = .lone(.repeatable)
    case "AlterEnumStmt":
      guard serverVersion < 120000, node.text("oldVal") == nil, let value = node.text("newVal")
      else {
        self = .ordinary
        return
      }
      self = .lone(.addValue(value, type: node.names("typeName")))
    case "AlterTableStmt":
      let detaches = node.list("cmds").contains {
        $0["AlterTableCmd"]?["def"]?["PartitionCmd"]?.flag("concurrent") == true
      }
      self = detaches ? .lone(.other) : .ordinary
    case "AlterDatabaseStmt":
      let moves = node.list("options").contains {
        $0["DefElem"]?.text("defname") == "tablespace"
      }
      self = moves ? .lone(.other) : .ordinary
    case "CreatedbStmt", "DropdbStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt",
      "AlterSystemStmt", "CreateSubscriptionStmt", "AlterSubscriptionStmt", "DropSubscriptionStmt":
      self = .lone(.other)
    case "CallStmt": self = .opaque
    case "DiscardStmt": self = node.text("target") == "DISCARD_ALL" ? .opaque : .ordinary
    case "DoStmt": self = Self.code(text)
    case "VariableSetStmt":
      switch node.text("name") {
      case "role", "session_authorization", "TRANSACTION", "SESSION CHARACTERISTICS":
        self = .opaque
      default: self = .ordinary
      }
    default: self = .ordinary
    }
  }

  private static func transaction(_ node: SyntaxNode) -> StatementNature {
    switch node.text("kind") {
    case "TRANS_STMT_BEGIN", "TRANS_STMT_START":
      node.list("options").isEmpty ? .begins : .opaque
    case "TRANS_STMT_COMMIT": node.flag("chain") ? .opaque : .commits
    case "TRANS_STMT_SAVEPOINT", "TRANS_STMT_RELEASE", "TRANS_STMT_ROLLBACK_TO": .inTransaction
    default: .opaque
    }
  }

  /// A `DO` statement. Procedures that it calls may end transactions, too.
  private static func code(_ text: ArraySlice<UInt8>) -> StatementNature {
    guard ScriptWords.contain(text, ["CALL", "COMMIT", "ROLLBACK"]) else { return .ordinary }
    return isFill(text) ? .lone(.repeatable) : .opaque
  }

  /// Whether it is one of those by which a plan of small steps gives rows their values: `sync_place` tells.
  /// They pass over the rows that have theirs, so each can be run again, unless somebody has put more in.
  private static func isFill(_ text: ArraySlice<UInt8>) -> Bool {
    ScriptWords.contain(text, ["SYNC_PLACE"])
      && !ScriptWords.contain(
        text,
        [
          "ALTER", "CALL", "COPY", "CREATE", "DELETE", "DROP", "EXECUTE", "INSERT", "MERGE",
          "PERFORM", "ROLLBACK", "TRUNCATE",
        ])
  }

  private static func reindex(_ node: SyntaxNode) -> StatementNature {
    let isConcurrent = node.list("params").contains {
      $0["DefElem"]?.text("defname") == "concurrently"
    }
    switch node.text("kind") {
    case "REINDEX_OBJECT_INDEX", "REINDEX_OBJECT_TABLE":
      // One of a partitioned table can't be in a transaction.
      return .lone(isConcurrent ? .reindex(node["relation"].map(path)) : .repeatable)
    default: return .lone(isConcurrent ? .reindex(nil) : .repeatable)
    }
  }

  /// The name in a `RangeVar`.
  private static func path(_ relation: SyntaxNode) -> LoneStatement.Path {
    [relation.text("schemaname"), relation.text("relname")].compactMap { $0 }
  }
}
