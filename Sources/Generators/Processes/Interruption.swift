import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C and its like, as something that a wait for other things can look at.
///
/// Without it these signals end the process on the spot, and leave behind what it has started.
public enum Interruption {
  /// From the first call on SIGINT, SIGTERM and SIGHUP don't end the process any more, but make this
  /// descriptor readable, for good. -1 when the system has no descriptors left.
  public static func descriptor() -> Int32 { pipe?.reading ?? -1 }

  /// Whether one of the signals has come since ``descriptor()`` was first asked for.
  public static var hasCome: Bool { signalNumber.load(ordering: .relaxed) != 0 }

  /// Waits for one of the signals; whether it has come.
  public static func comes(withinMilliseconds time: Int) -> Bool {
    var waiting = pollfd(fd: descriptor(), events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, Int32(clamping: time))
    return hasCome
  }

  /// The exit code for it: 130 after Ctrl-C.
  public static var exitCode: Int32 {
    let number = signalNumber.load(ordering: .relaxed)
    return 128 + (number == 0 ? SIGINT : number)
  }

  /// Made once. Signal handlers must find it made, so they are installed behind that.
  private static let pipe: Pipe? = {
    guard let pipe = Pipe() else { return nil }
    _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
    writingEnd.store(pipe.writing, ordering: .relaxed)
    signalNumber.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = handle
      // No SA_RESTART: blocking calls return with EINTR, and look around.
      sigaction(number, &action, nil)
    }
    return pipe
  }()
}

/// What ``Interruption``'s handler may touch: an atomic number needs no lock.
private let writingEnd = Atomic<Int32>(-1)
private let signalNumber = Atomic<Int32>(0)

/// Runs in between anything, so it makes only calls that signal-safety(7) allows.
private func handle(_ number: Int32) {
  let code = errno
  signalNumber.store(number, ordering: .relaxed)
  var byte: UInt8 = 1
  _ = write(writingEnd.load(ordering: .relaxed), &byte, 1)
  errno = code
}
