import Dispatch
import Synchronization

extension Connection {
  /// Connects.
  ///
  /// The answer comes within the limit whatever the network does: what is still going on then, such as
  /// the lookup of a name, ends by itself on the connection's thread.
  ///
  /// - Parameter limit: after what time it is given up; nil for the connection string's
  ///   `connect_timeout`.
  ///
  /// Throws why there is no connection, in particular `authentication`, `unreachable`, `connectTimeout`,
  /// `noSuchDatabase`, `tls`, `tooManyConnections`, `accessDenied`, `libraryMissing` and `cancelled`.
  public static func open(
    _ url: ConnectionURL, within limit: Duration? = nil
  ) async throws(PostgresError) -> Connection {
    let connection = try Connection(url)
    let answer = Answer()
    Task { await connection.begin(within: limit ?? url.connectTimeout, answer) }
    let result = await withTaskCancellationHandler {
      await answer.wait()
    } onCancel: {
      answer.give(.failure(.cancelled))
      connection.cancel()
    }
    return try result.get()
  }

  /// Connects, unless nobody waits any more. The time runs from here: how long the program was busy
  /// before is not the server's fault.
  private func begin(within limit: Duration?, _ answer: Answer) {
    if answer.isGiven { return }
    if let limit {
      // Somewhat later than the connection's own timer, which knows better what it was waiting for.
      let deadline = limit.wholeMilliseconds + 250
      let timeout = PostgresError(timeoutConnectingTo: url, wasReached: false)
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(deadline)) {
        answer.give(.failure(timeout))
      }
    }
    do throws(PostgresError) {
      try connect(within: limit)
      answer.give(.success(self))
    } catch {
      answer.give(.failure(error))
    }
  }
}

/// The first answer of several, for one who waits.
private final class Answer: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Value, Never>)
    case given(Value)
  }
  typealias Value = Result<Connection, PostgresError>

  private let state = Mutex(State.open)

  var isGiven: Bool {
    state.withLock { state in
      if case .given = state { true } else { false }
    }
  }

  /// Gives an answer; those behind the first are dropped.
  func give(_ value: Value) {
    let waiting = state.withLock { state -> CheckedContinuation<Value, Never>? in
      switch state {
      case .given: return nil
      case .open:
        state = .given(value)
        return nil
      case .awaited(let continuation):
        state = .given(value)
        return continuation
      }
    }
    waiting?.resume(returning: value)
  }

  /// The answer. To be called once.
  func wait() async -> Value {
    await withCheckedContinuation { continuation in
      let given = state.withLock { state -> Value? in
        if case .given(let value) = state { return value }
        state = .awaited(continuation)
        return nil
      }
      if let given { continuation.resume(returning: given) }
    }
  }
}
