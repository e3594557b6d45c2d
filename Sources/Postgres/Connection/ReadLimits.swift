/// How long reading may take, and under which names.
public struct ReadLimits: Hashable, Sendable {
  /// How long the server works at a statement at most.
  public var statement: Duration
  /// How long a statement waits for a lock at most.
  public var lock: Duration
  /// The database schema in which names without one are looked up, and which the server leaves out when
  /// it prints expressions; nil for the server's own choice.
  public var searchPath: String?

  public init(
    statement: Duration = .seconds(10), lock: Duration = .seconds(1), searchPath: String? = nil
  ) {
    self.statement = statement
    self.lock = lock
    self.searchPath = searchPath
  }

  /// What stands before the statements: a transaction that can't write, and limits that end with it, so
  /// that they reach nobody else who gets the session from a pooler.
  ///
  /// Times are printed in the way of ISO, so that they can be compared. Row-level security refuses what
  /// it would otherwise leave out: what is counted is all there is.
  var prologue: [String] {
    var statements = [
      "BEGIN READ ONLY", "SET LOCAL statement_timeout=\(statement.wholeMilliseconds)",
      "SET LOCAL lock_timeout=\(lock.wholeMilliseconds)", "SET LOCAL datestyle='ISO'",
      "SET LOCAL row_security=off",
    ]
    if let searchPath {
      statements.append("SET LOCAL search_path=\(SQLText.identifier(searchPath))")
    }
    return statements
  }

  /// After what time the server is taken for dead: it should have ended a statement by itself before.
  var patience: Duration { statement + .seconds(2) }
}
