import CLibpq
import Dispatch

/// A message to the server and all that it answers.
struct Exchange {
  private let session: Session
  private let bell: Bell
  private let interruption: Interruption
  /// After a cancellation: how long the server may take to obey.
  private var grace: Interruption?
  /// Whether the answer is still to come, so that the connection can't be used any more.
  private(set) var isAbandoned = false

  private var libpq: Libpq { session.libpq }
  private var handle: Libpq.Connection { session.handle }

  init(_ session: Session, _ bell: Bell, _ interruption: Interruption) {
    self.session = session
    self.bell = bell
    self.interruption = interruption
  }

  /// Sends `sql` and reads the answers to their end.
  mutating func run(
    _ sql: String, _ parameters: [String?]?, _ url: ConnectionURL
  ) throws(PostgresError) -> ScriptResult {
    guard session.send(sql, parameters) else { throw .closed(url) }
    var left = libpq.flush(handle)
    while left == 1 {
      try wait(isWriting: true, url)
      left = libpq.flush(handle)
    }
    var result = ScriptResult()
    var failure: ServerMessage?
    while let answer = try nextResult(url) {
      defer { libpq.clear(answer) }
      switch libpq.resultStatus(answer) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK: result.tables.append(ResultTable(answer, libpq))
      case PGRES_COPY_IN: _ = libpq.putCopyEnd(handle, "a script has no rows behind COPY")
      case PGRES_COPY_OUT, PGRES_COPY_BOTH:
        isAbandoned = true
        throw PostgresError(
          .refused, "COPY to the client is not possible in a script",
          help: "leave it out, or run the script by `psql`")
      case PGRES_EMPTY_QUERY: break
      default:
        failure =
          failure ?? ServerMessage(answer, libpq, in: sql, countsBytes: session.countsBytes)
      }
    }
    result.notices = session.takeNotices()
    if let reason = interruption.reason, failure?.sqlState == "57014" || failure == nil {
      if failure != nil || reason == .cancelled { throw error(reason) }
    }
    if let failure {
      if session.isBroken, failure.sqlState.isEmpty { throw .closed(url) }
      throw PostgresError(failure)
    }
    return result
  }

  /// The next answer, nil behind the last.
  private mutating func nextResult(
    _ url: ConnectionURL
  ) throws(PostgresError) -> Libpq.Result? {
    while libpq.isBusy(handle) == 1 { try wait(isWriting: libpq.flush(handle) == 1, url) }
    return libpq.getResult(handle)
  }

  /// Waits for the socket and takes what has come.
  private mutating func wait(isWriting: Bool, _ url: ConnectionURL) throws(PostgresError) {
    if let reason = interruption.reason {
      if let grace {
        if grace.reason != nil {
          isAbandoned = true
          throw error(reason)
        }
      } else {
        grace = Interruption(bell, after: .seconds(1))
        askServerToStop()
      }
    }
    guard bell.wait(for: libpq.socket(handle), isReading: true, isWriting: isWriting) else {
      return
    }
    guard libpq.consumeInput(handle) == 1 else {
      isAbandoned = true
      throw .closed(url)
    }
  }

  private func error(_ reason: Interruption.Reason) -> PostgresError {
    switch reason {
    case .cancelled: .cancelled
    case .timeLimit:
      PostgresError(
        .timeout, "the database took too long to answer, and the question was withdrawn",
        help: "it may be busy, or wait for a lock that another transaction holds")
    }
  }

  /// Tells the server to end the statement, over a connection of its own: which blocks, so it is made on
  /// another thread and not waited for.
  private func askServerToStop() {
    guard let request = CancelRequest(session) else { return }
    DispatchQueue.global().async { request.send() }
  }
}

/// What libpq needs to cancel a statement from another thread.
///
/// Unchecked, since libpq's object is a copy of the connection's address and key that nothing changes,
/// and is made for other threads; it is used by one of them at a time.
private final class CancelRequest: @unchecked Sendable {
  private let libpq: Libpq
  private let handle: Libpq.Cancel

  init?(_ session: Session) {
    guard let handle = session.libpq.getCancel(session.handle) else { return nil }
    libpq = session.libpq
    self.handle = handle
  }

  deinit { libpq.freeCancel(handle) }

  /// Sends it. That it failed is not told: the one who waits gives up by itself.
  func send() {
    var reason = [CChar](repeating: 0, count: 256)
    _ = libpq.cancel(handle, &reason, CInt(reason.count))
  }
}
