/// A place of a script that is not understood, so that what it does to the structure is not known.
public struct ReplayFinding: Hashable, Sendable {
  /// Why it isn't.
  public enum Reason: Hashable, Sendable {
    /// The parser of PostgreSQL 15 refuses it: a mistake, or newer than that. The text is the parser's.
    case syntax(String)
    /// The parts of a statement are nested deeper than can be followed.
    case tooDeep
    /// Code in `DO` that decides by itself what to do.
    case code
    /// A statement that is not followed; the text says which.
    case statement(String)
  }

  /// The name of the migration.
  public let migration: String
  /// The file.
  public let path: String
  /// The line in it, from 1.
  public let line: Int
  public let reason: Reason

  /// What is to be said about it.
  public var message: String {
    switch reason {
    case .syntax(let text):
      "not understood by the parser of PostgreSQL \(PostgreSQLParser.version): \(text)"
    case .tooDeep: "a statement is nested too deep to be followed"
    case .code: "what the code in `DO` does depends on the database, and is not followed"
    case .statement(let text): "\(text) is not followed"
    }
  }
}

/// A script that can't be applied to what those before it have left (P3006).
public struct ReplayError: Error, Hashable, Sendable {
  /// The name of the migration.
  public let migration: String
  /// The file.
  public let path: String
  /// The line of the statement, from 1.
  public let line: Int
  public let problem: ReplayProblem

  /// Prisma's number of the error.
  public var code: String { "P3006" }

  /// What is wrong.
  public var message: String {
    "the migration `\(migration)` can't be applied to an empty database: \(problem.message) "
      + "(`\(path)`, line \(line))"
  }
}
