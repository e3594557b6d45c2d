import Generators
import Glibc

/// Where commands that take their time write to, and ask: tests give them another one.
struct Terminal: Sendable {
  /// What someone answered.
  enum Answer: Hashable, Sendable {
    /// A line, without its end.
    case line(String)
    /// There is nobody: the input is at its end.
    case end
    /// Ctrl-C, or another signal that ends programs.
    case interrupted
  }

  /// Writes to standard output at once.
  let write: @Sendable (String) -> Void
  /// Writes to standard error at once.
  let note: @Sendable (String) -> Void
  /// Waits for a line of standard input. What was said before has to be written by then.
  let readLine: @Sendable () -> Answer
  /// Whether standard input is a terminal, so that someone can be asked.
  let isInteractive: Bool

  /// That of this process.
  static let process = Terminal(
    write: { FileSystem.write(Array($0.utf8), to: STDOUT_FILENO) },
    note: { FileSystem.write(Array($0.utf8), to: STDERR_FILENO) },
    readLine: { LineReader.readLine() }, isInteractive: isatty(STDIN_FILENO) == 1)

  /// Nobody, and nowhere.
  static let none = Terminal(
    write: { _ in }, note: { _ in }, readLine: { .end }, isInteractive: false)
}

/// Reads a line from standard input.
private enum LineReader {
  /// The longest answer, in bytes. What is behind it is dropped.
  private static let limit = 1 << 16

  /// Reads up to the end of a line: LF, CR, or both.
  ///
  /// A terminal is set to hand over whole lines, which end with Return, and to turn Ctrl-C into a signal;
  /// afterwards it is as it was before. Waiting for the signal's pipe too makes sure that it ends the
  /// waiting, whichever thread gets it.
  static func readLine() -> Terminal.Answer {
    let interruption = Interruption.descriptor()
    var before = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &before) == 0
    if isTerminal {
      var during = before
      during.c_iflag |= tcflag_t(ICRNL)
      during.c_lflag |= tcflag_t(ICANON | ECHO | ISIG)
      tcsetattr(STDIN_FILENO, TCSANOW, &during)
    }
    defer { if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &before) } }
    var line: [UInt8] = []
    while true {
      var waiting = [
        pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, 2, -1)
      if Interruption.hasCome { return .interrupted }
      if count < 0 && errno != EINTR { return .end }
      guard count > 0, waiting[1].revents != 0 else { continue }
      // One byte at a time, so that what comes behind the line is left for the next one.
      var byte: UInt8 = 0
      let received = read(STDIN_FILENO, &byte, 1)
      if received < 0, errno == EINTR || errno == EAGAIN { continue }
      if received <= 0 {
        return line.isEmpty ? .end : .line(String(decoding: line, as: UTF8.self))
      }
      if byte == 0x0A || byte == 0x0D { return .line(String(decoding: line, as: UTF8.self)) }
      if line.count < limit { line.append(byte) }
    }
  }
}
