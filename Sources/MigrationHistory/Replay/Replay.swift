import Migration

/// Applies scripts to an empty database that exists only in memory.
///
/// A value: a state can be kept, and scripts that came later applied to it.
public struct Replay: Sendable {
  var catalogue: Catalogue
  /// What was not understood, in the order of the scripts.
  public private(set) var findings: [ReplayFinding] = []
  /// The state at `BEGIN`, nil outside of a transaction that the script has begun.
  private var transactionStart: Catalogue?
  /// The states at savepoints, innermost last.
  private var savepoints: [(name: String, catalogue: Catalogue)] = []

  /// - Parameter defaultNamespace: the schema that names without one belong to.
  public init(defaultNamespace: String = "public") {
    catalogue = Catalogue(defaultNamespace: defaultNamespace)
  }

  /// Applies scripts in order.
  ///
  /// - Throws: at the first statement that can't be applied; the state is that before it.
  public mutating func apply(_ scripts: [MigrationScript]) throws(ReplayError) {
    for script in scripts { try apply(script) }
  }

  /// Applies one script.
  public mutating func apply(_ script: MigrationScript) throws(ReplayError) {
    var lines = LineCounter(script.bytes)
    let path = catalogue.searchPath
    var isLocal = false
    for statement in ScriptStatement.split(script.bytes) {
      let line = lines.line(of: statement.range.lowerBound)
      if statement.firstWords.starts(with: ["set", "local"]) { isLocal = true }
      do throws(ReplayProblem) {
        if let reason = try apply(statement, of: script.bytes, &lines) {
          findings.append(
            ReplayFinding(
              migration: script.migration, path: script.path, line: reason.line ?? line,
              reason: reason.reason))
        }
      } catch {
        throw ReplayError(
          migration: script.migration, path: script.path, line: line, problem: error)
      }
    }
    endTransaction()
    if isLocal { catalogue.searchPath = path }
  }

  /// The structure that is left.
  ///
  /// - Parameter namespaces: the schemas that are looked at; empty for the default one.
  public func schema(namespaces: [String] = []) -> SQLSchema {
    catalogue.schema(namespaces: namespaces)
  }

  // MARK: Statements

  private typealias Doubt = (reason: ReplayFinding.Reason, line: Int?)

  private mutating func apply(
    _ statement: ScriptStatement, of script: [UInt8], _ lines: inout LineCounter
  ) throws(ReplayProblem) -> Doubt? {
    if statement.changesNothing { return calledFunction(in: script[statement.range]) }
    guard statement.depth <= PostgreSQLParser.depthLimit else { return (.tooDeep, nil) }
    let text = script[statement.range]
    guard !text.contains(0) else { return (.syntax("it holds a zero byte"), nil) }
    let tree: ParseTree
    do {
      tree = try PostgreSQLParser.statement(text)
    } catch {
      let place = statement.range.lowerBound + error.offset
      return (.syntax(error.message), lines.line(of: place))
    }
    for node in tree.root?.list("stmts") ?? [] {
      guard let node = node["stmt"] else { continue }
      if let reason = try apply(node, source: text) { return (reason, nil) }
    }
    return nil
  }

  /// Applies a statement that has been parsed.
  ///
  /// - Parameters:
  ///   - node: an object with the statement as its only member.
  ///   - source: the statement as it is written.
  /// - Returns: why it is not understood, nil when it is.
  mutating func apply(_ node: SyntaxNode, source: ArraySlice<UInt8>) throws(ReplayProblem)
    -> ReplayFinding.Reason?
  {
    switch node.kind {
    case "TransactionStmt": transaction(node.content)
    case "DoStmt": return try run(node.content)
    default:
      if case .notUnderstood(let what) = try catalogue.apply(node, source: source) {
        return .statement(what)
      }
    }
    return nil
  }

  /// What is to be said of a query that calls a function which may change the structure.
  private func calledFunction(in query: ArraySlice<UInt8>) -> Doubt? {
    if catalogue.alteringFunctions.isEmpty { return nil }
    var tokens = SQLTokenizer(Array(query))
    while let token = tokens.next() {
      let word = query[(query.startIndex + token.range.lowerBound)...].prefix(token.range.count)
      let name = String(decoding: word, as: UTF8.self).filter { $0 != "\"" }.lowercased()
      if catalogue.alteringFunctions[name] != nil {
        return (.statement("the function `\(name)`, which may change tables,"), nil)
      }
    }
    return nil
  }

  private mutating func transaction(_ node: SyntaxNode?) {
    let name = node?.text("savepoint_name") ?? ""
    switch node?.text("kind") {
    case "TRANS_STMT_BEGIN", "TRANS_STMT_START":
      endTransaction()
      transactionStart = catalogue
    case "TRANS_STMT_ROLLBACK":
      if let start = transactionStart { catalogue = start }
      endTransaction()
    case "TRANS_STMT_COMMIT": endTransaction()
    case "TRANS_STMT_SAVEPOINT": savepoints.append((name, catalogue))
    case "TRANS_STMT_ROLLBACK_TO":
      if let place = savepoints.lastIndex(where: { $0.name == name }) {
        catalogue = savepoints[place].catalogue
        savepoints.removeSubrange((place + 1)...)
      }
    default: break
    }
  }

  /// What a transaction leaves behind at its end, whether it was begun by the script or not.
  mutating func endTransaction() {
    transactionStart = nil
    savepoints = []
    let dropped = catalogue.tables.filter(\.value.isDroppedOnCommit).map(\.key)
    if !dropped.isEmpty { try? catalogue.dropTables(dropped, isCascade: true) }
  }

  /// `DO`: code that is run at once.
  private mutating func run(_ node: SyntaxNode?) throws(ReplayProblem) -> ReplayFinding.Reason? {
    var code = ""
    var language = "plpgsql"
    for argument in node?.list("args") ?? [] {
      let text = argument["DefElem"]?["arg"]?.string ?? ""
      switch argument["DefElem"]?.text("defname") {
      case "as": code = text
      case "language": language = text
      default: break
      }
    }
    guard language == "plpgsql" else { return .code }
    let bytes = Array(code.utf8)
    return try run(ProcedureCode(bytes).steps, of: bytes) ? nil : .code
  }
}

extension ScriptStatement {
  /// Whether its first words show that it only deals with data.
  fileprivate var changesNothing: Bool {
    switch firstWords.first {
    case "insert", "update", "delete", "truncate", "merge", "copy", "grant", "revoke", "analyze",
      "vacuum", "values", "lock", "notify", "reindex":
      true
    case "select", "with": !selectsIntoOrSets
    default: false
    }
  }
}
