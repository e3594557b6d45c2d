/// A script taken apart, as far as PostgreSQL needs that: statements that can't be in a transaction stand
/// alone, and the others in between are one transaction each, or several where the script ends them by
/// itself, or where one uses a value that another adds to an enum.
///
/// A script that needs none of this is one part. So is one that can't be taken apart: which has a statement
/// that the parser doesn't know, ends transactions in its own ways, or changes who is at work.
public struct ScriptParts: Sendable {
  public enum Mode: Hashable, Sendable {
    /// The script is one transaction, which more can be added to.
    case oneTransaction
    /// One message after the other.
    case inParts
    /// One message; what of it took effect when it fails is not known.
    case asWritten
  }

  /// What is sent as one message: one transaction, or a statement that can't be in one.
  public struct Part: Hashable, Sendable {
    /// Its bytes in the script.
    public let range: Range<Int>
    /// The places of its statements; empty where they were not counted.
    public let statements: Range<Int>
    /// The statement that can't be in a transaction, nil for a transaction.
    public let lone: LoneStatement?
    /// Where what is to be in the same transaction can be put in: the end, or in front of `COMMIT`.
    public let noteOffset: Int
  }

  public private(set) var mode: Mode
  /// The bytes of all statements, in order, without blanks, comments and semicolons around; empty for
  /// a script of one transaction.
  public private(set) var statements: [Range<Int>] = []
  /// What is to be sent, in order.
  public private(set) var parts: [Part] = []

  private let script: [UInt8]
  /// The places of statements that set something for the session.
  private var settings: [Int] = []

  /// - Parameters:
  ///   - serverVersion: the version of PostgreSQL that it is for, such as 150004 for 15.4.
  ///   - count: how many statements took effect already: the parts begin behind them. Nil for none, and a
  ///     script that needs not be taken apart.
  public init(_ script: [UInt8], serverVersion: Int = .max, behind count: Int? = nil) {
    self.script = script
    let whole = Part(
      range: script.indices, statements: 0..<0, lone: nil, noteOffset: script.count)
    mode = .oneTransaction
    if count == nil, ScriptWords.canShareTransaction(script) {
      parts = [whole]
      return
    }
    let found = ScriptStatement.split(script)
    var builder = Builder(script: script, serverVersion: serverVersion)
    for (place, statement) in found.enumerated().dropFirst(count ?? 0) {
      guard builder.add(statement, place) else { break }
    }
    let parts = builder.finished()
    let isPlain =
      parts?.allSatisfy { $0.lone == nil && $0.noteOffset == $0.range.upperBound } ?? false
    if count == nil, isPlain, (parts?.count ?? 0) < 2 {
      self.parts = [whole]
      return
    }
    mode = parts == nil ? .asWritten : .inParts
    self.parts = parts ?? [whole]
    statements = found.map(\.range)
    settings = found.indices.filter { found[$0].setsForSession(in: script) }
  }

  /// The text at `range`.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: script[range.clamped(to: script.indices)], as: UTF8.self)
  }

  /// The bytes of the statements among the first `count` that set something for the session.
  public func settings(ofFirst count: Int) -> [Range<Int>] {
    settings.prefix { $0 < count }.map { statements[$0] }
  }

  /// A hash of each number of first statements, from none to all: of their text, whatever comments and line
  /// ends are around and in them. Chained, so that all take one walk.
  public func digests() -> [String] {
    var last: [UInt8] = []
    return [SHA256.hexadecimal(of: last)]
      + statements.map { range in
        last += script[range].lazy.filter { $0 != 0x0D }
        last = SHA256.digest(of: last)
        return SHA256.hexadecimal(last)
      }
  }

  /// Puts statements together, one after the other.
  private struct Builder {
    let script: [UInt8]
    let serverVersion: Int
    private var parts: [Part] = []
    /// The statements of the transaction at hand: their places and bytes.
    private var run: (places: Range<Int>, range: Range<Int>)?
    /// Whether it was begun by the script.
    private var isBegun = false
    private var added = AddedEnumValues()
    private var isOpaque = false

    init(script: [UInt8], serverVersion: Int) {
      self.script = script
      self.serverVersion = serverVersion
    }

    /// All parts, nil where the script can't be taken apart.
    mutating func finished() -> [Part]? {
      if isOpaque || isBegun { return nil }
      flush()
      return parts
    }

    /// Returns false when the script can't be taken apart.
    mutating func add(_ statement: ScriptStatement, _ place: Int) -> Bool {
      var nature = StatementNature.ordinary
      var kind = statement.firstWords.first == "comment" ? "CommentStmt" : ""
      if needsParser(statement) {
        guard let tree = tree(of: statement), let node = tree.root?.list("stmts").first?["stmt"]
        else {
          isOpaque = true
          return false
        }
        nature = StatementNature(node, script[statement.range], serverVersion: serverVersion)
        kind = node.kind
        if !isBegun, !added.used(in: statement.range, of: script, kind).isEmpty { flush() }
        added.note(node)
      } else if !isBegun, !added.used(in: statement.range, of: script, kind).isEmpty {
        flush()
      }
      switch nature {
      case .ordinary: take(statement, place)
      case .begins where !isBegun:
        take(statement, place)
        isBegun = true
      case .commits where isBegun:
        take(statement, place)
        isBegun = false
        flush(noteOffset: statement.range.lowerBound)
      // PostgreSQL says whether it can be in one that the script begins.
      case .inTransaction where isBegun, .lone(.repeatable) where isBegun: take(statement, place)
      case .lone(let lone) where !isBegun:
        flush()
        parts.append(
          Part(
            range: statement.range, statements: place..<place + 1, lone: lone,
            noteOffset: statement.range.upperBound))
      case .begins, .commits, .inTransaction, .lone, .opaque: isOpaque = true
      }
      return !isOpaque
    }

    /// Whether what the statement means is not clear from its words: parsing a large script takes seconds.
    private func needsParser(_ statement: ScriptStatement) -> Bool {
      let first = statement.firstWords.first ?? ""
      if Self.ordinary.contains(first) { return false }
      if first == "create", let second = statement.firstWords.dropFirst().first {
        if second == "type" { return true }
        if Self.ordinarilyMade.contains(second) { return false }
      }
      return !ScriptWords.canShareTransaction(script[statement.range])
    }

    /// The first words of statements that can be in a transaction whatever follows.
    private static let ordinary: Set<String> = [
      "analyze", "comment", "copy", "delete", "grant", "insert", "lock", "merge", "revoke",
      "select",
      "truncate", "update", "values", "with",
    ]
    /// What can be made in a transaction, by the word behind `CREATE`.
    private static let ordinarilyMade: Set<String> = [
      "domain", "extension", "function", "materialized", "or", "policy", "procedure", "schema",
      "sequence", "table", "temp", "temporary", "trigger", "unlogged", "view",
    ]

    private func tree(of statement: ScriptStatement) -> ParseTree? {
      guard statement.depth <= PostgreSQLParser.depthLimit, !script[statement.range].contains(0)
      else { return nil }
      return try? PostgreSQLParser.statement(script[statement.range])
    }

    private mutating func take(_ statement: ScriptStatement, _ place: Int) {
      let places = (run?.places.lowerBound ?? place)..<place + 1
      let start = run?.range.lowerBound ?? statement.range.lowerBound
      run = (places, start..<statement.range.upperBound)
    }

    /// Ends the transaction at hand.
    private mutating func flush(noteOffset: Int? = nil) {
      added.release()
      guard let run else { return }
      parts.append(
        Part(
          range: run.range, statements: run.places, lone: nil,
          noteOffset: noteOffset ?? run.range.upperBound))
      self.run = nil
    }
  }
}

extension ScriptStatement {
  /// Whether it sets something that outlives its transaction, and does nothing else.
  fileprivate func setsForSession(in script: [UInt8]) -> Bool {
    switch firstWords.first {
    case "set": return firstWords.dropFirst().first != "local"
    case "reset": return true
    case "select" where selectsIntoOrSets:
      // `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it.
      var tokens = SQLTokenizer(script, in: range)
      while let token = tokens.next() {
        guard case .word = token.kind else { continue }
        let word = String(decoding: script[token.range], as: UTF8.self).lowercased()
        if !["select", "pg_catalog", "set_config", "false", "true"].contains(word) { return false }
      }
      return true
    default: return false
    }
  }
}
