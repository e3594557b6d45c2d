import Migration

/// What the statements of a finished script do to a live PostgreSQL, and what can go wrong with them.
///
/// Prisma up to 7.3 runs a script of several statements as one transaction, later versions each statement
/// on its own: what is told holds for both.
public struct ScriptHazards: Sendable {
  /// A statement.
  public struct Statement: Sendable {
    /// Its bytes in the script, without comments and blanks around it.
    public let range: Range<Int>
    /// What it is, such as `AlterTable`.
    public let kind: String
    /// What it does to tables.
    public let effect: StatementEffect
    /// What can go wrong.
    public let hazards: [Hazard]
  }

  /// A statement that could not be looked at.
  public struct Unread: Hashable, Sendable {
    /// Its bytes in the script, or those behind the place of the error in it.
    public let range: Range<Int>
    /// Why.
    public let message: String
  }

  /// What could be read, in order.
  public private(set) var statements: [Statement] = []
  /// What could not be read, in order.
  public private(set) var unread: [Unread] = []

  private var locks: LockHazards
  private let versions: VersionHazards
  private var addedValues = AddedEnumValues()
  private var isInTransaction = false

  /// - Parameters:
  ///   - version: the version of PostgreSQL that it is for, nil for any from 12 to 18.
  ///   - knowledge: what earlier scripts have told; what this one tells is added.
  public init(_ script: [UInt8], version: Int?, knowledge: inout ScriptKnowledge) {
    locks = LockHazards(version: version)
    versions = VersionHazards(version: version)
    knowledge.beginScript()
    var reader = ScriptStatementReader(knowledge: knowledge)
    // Nobody else holds what is known now, so that changing it copies nothing.
    knowledge = ScriptKnowledge()
    let text = Self.withoutMark(script)
    let parts = ScriptStatement.split(text)
    for part in parts { read(part, of: text, isAlone: parts.count == 1, &reader) }
    knowledge = reader.knowledge
  }

  /// With blanks in place of a byte order mark, so that all places stay.
  private static func withoutMark(_ script: [UInt8]) -> [UInt8] {
    script.starts(with: [0xEF, 0xBB, 0xBF]) ? [0x20, 0x20, 0x20] + script.dropFirst(3) : script
  }

  private mutating func read(
    _ part: ScriptStatement, of script: [UInt8], isAlone: Bool,
    _ reader: inout ScriptStatementReader
  ) {
    guard part.depth <= PostgreSQLParser.depthLimit else {
      unread.append(Unread(range: part.range, message: "the statement is nested too deep"))
      return
    }
    guard !script[part.range].contains(0) else {
      unread.append(Unread(range: part.range, message: "the statement has a zero byte in it"))
      return
    }
    let tree: ParseTree
    do throws(PostgreSQLParser.Failure) {
      tree = try PostgreSQLParser.statement(script[part.range])
    } catch {
      let start = min(part.range.lowerBound + error.offset, part.range.upperBound)
      unread.append(
        Unread(
          range: start..<part.range.upperBound,
          message:
            "\(error.message), says the parser of PostgreSQL \(PostgreSQLParser.version), so this "
            + "statement was not looked at"))
      return
    }
    defer { reader.knowledge.endStatement(tree, source: script[part.range]) }
    guard let node = tree.root?.list("stmts").first?["stmt"] else { return }
    let sql = String(decoding: script[part.range], as: UTF8.self)
    switch node.kind {
    case "TransactionStmt": follow(node.content?.text("kind") ?? "")
    case "VariableSetStmt":
      if node.content?.text("name") == "lock_timeout" { locks.hasTimeout = true }
    case "DoStmt":
      unread.append(
        Unread(
          range: part.range,
          message: "what a `DO` block does shows only when it runs, so it was not looked at"))
      return
    default: break
    }
    reader.read(node)
    let effect = StatementEffect(reader.actions)
    var hazards = locks.hazards(of: reader.actions) + reader.hazards
    if !effect.isTransactional, !isAlone { hazards.append(.notAlone(isInTransaction)) }
    hazards += addedValues.used(in: part.range, of: script, node.kind)
      .map { .valueUsedAtOnce($0, by: "this statement") }
    hazards += versions.hazards(of: sql)
    addedValues.note(node)
    statements.append(
      Statement(
        range: part.range, kind: node.kind.replacing("Stmt", with: ""), effect: effect,
        hazards: hazards))
  }

  /// Follows the beginning and the end of transactions.
  private mutating func follow(_ kind: String) {
    switch kind {
    case "TRANS_STMT_BEGIN", "TRANS_STMT_START": isInTransaction = true
    case "TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK":
      isInTransaction = false
      addedValues.release()
      locks.release()
    default: break
    }
  }
}
