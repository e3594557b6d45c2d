import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What ends a wait for the server from outside: the time is up, or nobody wants the answer any more.
///
/// The thread of a connection sleeps until its socket or this wakes it, so that no time has to be asked
/// for again and again.
final class Interruption: Sendable {
  enum Reason: Sendable {
    case timeLimit
    case cancelled
  }

  private let first = Mutex<Reason?>(nil)
  private let bell: Bell

  /// - Parameter limit: after what time it comes by itself; nil for never.
  init(_ bell: Bell, after limit: Duration?) {
    self.bell = bell
    guard let limit else { return }
    let milliseconds = limit.wholeMilliseconds
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
      [weak self] in
      self?.interrupt(.timeLimit)
    }
  }

  /// Why the wait ended, nil as long as it goes on. The first reason stays.
  var reason: Reason? { first.withLock { $0 } }

  /// Ends the wait. Does not block.
  func interrupt(_ reason: Reason) {
    let isFirst = first.withLock { first in
      guard first == nil else { return false }
      first = reason
      return true
    }
    if isFirst { bell.ring() }
  }
}

/// Wakes the thread that waits for a connection's socket: a pipe with nothing but wake-up calls in it.
final class Bell: Sendable {
  private let readEnd: CInt
  private let writeEnd: CInt

  init() throws(PostgresError) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw PostgresError(.unreachable, "this process has too many files open to make a connection")
    }
    readEnd = ends[0]
    writeEnd = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Wakes the thread that waits, or the next that will.
  func ring() {
    var byte: UInt8 = 1
    // A full pipe wakes as well.
    _ = write(writeEnd, &byte, 1)
  }

  /// Waits until something can be read from `socket`, or written to it if `isWriting`, or until it
  /// rings.
  ///
  /// Returns whether the socket is ready; not so when it rang alone.
  func wait(for socket: CInt, isReading: Bool, isWriting: Bool) -> Bool {
    let events = (isReading ? POLLIN : 0) | (isWriting ? POLLOUT : 0)
    var entries = [
      pollfd(fd: socket, events: Int16(events), revents: 0),
      pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&entries, nfds_t(entries.count), -1)
    if count < 0 { return errno != EINTR }
    if entries[1].revents != 0 {
      var calls = [UInt8](repeating: 0, count: 64)
      while read(readEnd, &calls, calls.count) > 0 {}
    }
    return entries[0].revents != 0
  }
}

extension Duration {
  /// In milliseconds, within bounds that no timer overflows.
  var wholeMilliseconds: Int {
    let (seconds, fraction) = components
    let limited = min(max(seconds, 0), 1_000_000_000)
    return Int(limited) * 1000 + Int(fraction / 1_000_000_000_000_000)
  }
}
