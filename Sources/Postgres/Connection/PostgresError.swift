/// Why something could not be asked of a database, or was refused by it.
///
/// No part of it ever holds a password or a connection string.
public struct PostgresError: Error, Hashable, Sendable {
  /// What went wrong. Each has the code that Prisma gives it.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// User or password are wrong.
    case authentication
    /// There is no way to the server, or what answers there is no PostgreSQL.
    case unreachable
    /// The server was reached, but took too long.
    case connectTimeout
    case noSuchDatabase
    /// A statement took too long, or waited too long for a lock.
    case timeout
    case databaseExists
    /// The user may not do that here.
    case accessDenied
    case tls
    /// The connection string can't be understood.
    case invalidURL
    case noSuchTable
    /// The server can't do what is asked of it.
    case unsupportedServer
    case connectionClosed
    case tooManyConnections
    case uniqueViolation
    case valueTooLong
    case databaseNotCreated
    /// A foreign key leads to a table that is not read.
    case outsideReference
    /// Another migration holds the lock on migrations.
    case lockTimeout
    /// Nobody wants the answer any more.
    case cancelled
    /// libpq is not installed.
    case libraryMissing
    /// Any other refusal of the server.
    case refused
  }

  /// Whether the server can't be reached now, whatever it would say.
  public var isAboutTheWay: Bool {
    switch kind {
    case .unreachable, .connectTimeout, .timeout, .connectionClosed, .tooManyConnections: true
    default: false
    }
  }

  /// What went wrong.
  public let kind: Kind
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// What to do about it, nil where there is nothing to say that the message does not.
  public let help: String?
  /// What the server said, nil where it said nothing.
  public let server: ServerMessage?

  init(_ kind: Kind, _ message: String, help: String? = nil, server: ServerMessage? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
    self.server = server
  }

  /// The five characters by which PostgreSQL tells errors apart; nil for those that it knows nothing of.
  public var sqlState: String? { server?.sqlState }

  /// Prisma's code, nil where it has none.
  ///
  /// Source: https://www.prisma.io/docs/orm/reference/error-reference
  public var code: String? {
    switch kind {
    case .authentication: "P1000"
    case .unreachable: "P1001"
    case .connectTimeout, .lockTimeout: "P1002"
    case .noSuchDatabase: "P1003"
    case .timeout: "P1008"
    case .databaseExists: "P1009"
    case .accessDenied: "P1010"
    case .tls: "P1011"
    case .invalidURL: "P1013"
    case .noSuchTable: "P1014"
    case .unsupportedServer: "P1015"
    case .connectionClosed: "P1017"
    case .tooManyConnections: "P2037"
    case .uniqueViolation: "P2002"
    case .valueTooLong: "P2000"
    case .databaseNotCreated: "P3000"
    case .outsideReference: "P4002"
    case .cancelled, .libraryMissing, .refused: nil
    }
  }
}

/// What a PostgreSQL server says of an error, or in a notice.
///
/// Source: https://www.postgresql.org/docs/current/protocol-error-fields.html
public struct ServerMessage: Hashable, Sendable {
  /// `ERROR`, `FATAL`, `NOTICE`, `WARNING` …, in English.
  public var severity: String
  /// Five characters, such as `23505`.
  public var sqlState: String
  /// The message, in the server's language.
  public var text: String
  public var detail: String?
  public var hint: String?
  /// Where in the text that was sent, in UTF-8 bytes from its start; nil where the server doesn't say.
  public var offset: Int?
  public var schema: String?
  public var table: String?
  public var column: String?
  public var constraint: String?

  init(severity: String, sqlState: String, text: String) {
    self.severity = severity
    self.sqlState = sqlState
    self.text = text
  }
}

extension PostgresError {
  /// The refusal of a statement.
  init(_ server: ServerMessage) {
    let kind: Kind
    var help = server.hint
    switch server.sqlState {
    case "57014":
      kind = .timeout
      help = help ?? "the database may be busy; give it more time, or ask for less"
    case "55P03":
      kind = .timeout
      help = help ?? "another transaction holds the lock: wait for it, or end it"
    case "42P04": kind = .databaseExists
    case "3D000": kind = .noSuchDatabase
    case "42P01": kind = .noSuchTable
    case "42501": kind = .accessDenied
    case "57P01", "57P02", "57P03", "57P05", "08003", "08006": kind = .connectionClosed
    case "53300": kind = .tooManyConnections
    case "23505": kind = .uniqueViolation
    case "22001": kind = .valueTooLong
    case "25006":
      kind = .refused
      help = help ?? "the server takes no writes: it is a standby, or set to read only"
    default: kind = .refused
    }
    self.init(kind, server.text, help: help, server: server)
  }
}
