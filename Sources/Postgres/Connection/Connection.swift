import CLibpq
import Synchronization

/// A connection to a PostgreSQL database.
///
/// It has a thread of its own, on which libpq may block: callers never wait longer than they say, and
/// whoever is cancelled goes on at once. What is asked at the same time is done one after the other.
/// It is closed by ``close()``, or when nobody has it any more.
///
/// ```swift
/// let connection = try await Connection.open(try ConnectionURL(text))
/// let tables = try await connection.read(["SELECT relname FROM pg_class"])
/// ```
public actor Connection {
  /// Where it leads.
  public nonisolated let url: ConnectionURL
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    queue.asUnownedSerialExecutor()
  }
  private nonisolated let queue = SerialQueue()
  private nonisolated let bell: Bell
  /// What would end the work at hand, nil when there is none.
  private nonisolated let atWork = Mutex<Interruption?>(nil)
  /// nil before it is made, and when it is closed or broken.
  private var session: Session?
  /// What the catalogue said when it was read last.
  var knownCatalogue: Catalogue?

  init(_ url: ConnectionURL) throws(PostgresError) {
    self.url = url
    bell = try Bell()
  }

  // MARK: Asking

  /// Reads: runs statements in a transaction that can't write, and ends it at once. All go in one
  /// message, and none leaves anything behind in the session, so that it works over a pooler too.
  ///
  /// Returns the answer of each statement. Throws the server's refusal of the first that fails, `timeout`
  /// when the limits are passed, `connectionClosed` when the server is gone.
  @discardableResult public func read(
    _ statements: [String], limits: ReadLimits = ReadLimits()
  ) async throws(PostgresError) -> [ResultTable] {
    let prologue = limits.prologue
    let script = (prologue + statements + ["COMMIT"]).joined(separator: ";")
    do throws(PostgresError) {
      let result = try await run(script, nil, within: limits.patience)
      return Array(result.tables.dropFirst(prologue.count).prefix(statements.count))
    } catch {
      // Also where nobody waits any more: the session must not keep the transaction.
      if isInTransaction {
        _ = exchange("ROLLBACK", nil, Interruption(bell, after: .seconds(1)))
      }
      throw error
    }
  }

  /// Runs one statement with parameters `$1`, `$2` …; nil is NULL. It may write.
  ///
  /// - Parameter limit: after what time it is given up; nil for the connection string's
  ///   `socket_timeout`.
  @discardableResult public func query(
    _ sql: String, _ parameters: [String?] = [], within limit: Duration? = nil
  ) async throws(PostgresError) -> ResultTable {
    try await run(sql, parameters, within: limit ?? url.queryTimeout).tables.first ?? ResultTable()
  }

  /// Runs a script as one message. It may write.
  ///
  /// PostgreSQL takes the statements of a message for one transaction, unless they have transactions of
  /// their own. When one fails, those behind it are not run; the error tells the place in the script.
  ///
  /// - Parameter limit: after what time it is given up; nil for the connection string's
  ///   `socket_timeout`.
  @discardableResult public func execute(
    _ script: String, within limit: Duration? = nil
  ) async throws(PostgresError) -> ScriptResult {
    try await run(script, nil, within: limit ?? url.queryTimeout)
  }

  /// Ends what is being done: whoever waits for it gets the error `cancelled`. Does not wait.
  public nonisolated func cancel() { atWork.withLock { $0 }?.interrupt(.cancelled) }

  /// Closes the connection; what is asked of it later is refused.
  public func close() { session = nil }

  /// The server's version, such as 150004 for 15.4; 0 when it is closed.
  public var serverVersion: Int {
    session.map { Int($0.libpq.serverVersion($0.handle)) } ?? 0
  }

  /// Whether a transaction is open, failed ones included.
  public var isInTransaction: Bool {
    guard let session else { return false }
    let status = session.libpq.transactionStatus(session.handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  // MARK: Connecting

  /// Makes the connection.
  ///
  /// - Parameter limit: after what time it is given up; nil for never.
  func connect(within limit: Duration?) throws(PostgresError) {
    let libpq = try Libpq.load()
    let interruption = Interruption(bell, after: limit)
    atWork.withLock { $0 = interruption }
    defer { atWork.withLock { $0 = nil } }
    let session = try Session(url, libpq)
    let handle = session.handle
    var state = PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      if session.isBroken || state == PGRES_POLLING_FAILED {
        throw PostgresError(connecting: url, session.errorText)
      }
      if let reason = interruption.reason {
        if reason == .cancelled { throw .cancelled }
        let status = libpq.status(handle)
        throw PostgresError(
          timeoutConnectingTo: url,
          wasReached: status != CONNECTION_STARTED && status != CONNECTION_NEEDED)
      }
      let isReady = bell.wait(
        for: libpq.socket(handle), isReading: state == PGRES_POLLING_READING,
        isWriting: state == PGRES_POLLING_WRITING)
      if isReady { state = libpq.connectPoll(handle) }
    }
    _ = libpq.setNonblocking(handle, 1)
    guard libpq.serverVersion(handle) >= 90600 else {
      throw PostgresError(
        .unsupportedServer, "\(url.server) is older than PostgreSQL 9.6",
        help: "its version is no longer maintained; move to a newer one")
    }
    self.session = session
  }

  // MARK: One message and its answers

  private func run(
    _ sql: String, _ parameters: [String?]?, within limit: Duration?
  ) async throws(PostgresError) -> ScriptResult {
    let interruption = Interruption(bell, after: limit)
    atWork.withLock { $0 = interruption }
    defer { atWork.withLock { $0 = nil } }
    let result = await withTaskCancellationHandler {
      exchange(sql, parameters, interruption)
    } onCancel: {
      interruption.interrupt(.cancelled)
    }
    return try result.get()
  }

  private func exchange(
    _ sql: String, _ parameters: [String?]?, _ interruption: Interruption
  ) -> Result<ScriptResult, PostgresError> {
    do throws(PostgresError) {
      if interruption.reason == .cancelled { throw .cancelled }
      guard let session else { throw .closed(url) }
      var exchange = Exchange(session, bell, interruption)
      defer { if session.isBroken || exchange.isAbandoned { self.session = nil } }
      return .success(try exchange.run(sql, parameters, url))
    } catch {
      return .failure(error)
    }
  }
}

extension PostgresError {
  static let cancelled = PostgresError(.cancelled, "cancelled")

  /// The server is gone.
  static func closed(_ url: ConnectionURL) -> PostgresError {
    PostgresError(
      .connectionClosed, "\(url.server) has closed the connection",
      help: "the server's log may say why; try again")
  }
}
