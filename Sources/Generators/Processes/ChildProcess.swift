#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command that was started by the shell, and may be talked to by pipes.
///
/// Foundation's `Process` would do, but loading Foundation takes longer than most commands need.
///
/// Source: posix_spawn(3), waitpid(2).
public final class ChildProcess {
  /// Where one of the three standard streams of the command leads.
  public enum Stream: Sendable {
    /// To where that of this process leads.
    case inherited
    /// Nowhere: reading gives the end, what is written is lost.
    case nowhere
    /// To the standard error of this process.
    case standardError
    /// To a pipe, the other end of which is ``ChildProcess/input``, ``ChildProcess/output`` or
    /// ``ChildProcess/errors``.
    case pipe
  }

  /// How a command came to its end.
  public enum Ending: Hashable, Sendable {
    /// By itself, with this exit code.
    case exited(Int32)
    /// By this signal.
    case killed(signal: Int32)

    /// The exit code that shells show for it.
    public var code: Int32 {
      switch self {
      case .exited(let code): code
      case .killed(let signal): 128 + signal
      }
    }
  }

  /// The command could not be started.
  public struct Failure: Error, Hashable, Sendable {
    /// The system's reason.
    public let reason: String

    init(code: Int32) {
      reason = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }

  /// What the command is and what it sees.
  public struct Command: Sendable {
    /// A command line for `sh`.
    public var line: String
    /// The values of `$1`, `$2` … in it, which the shell takes as they are.
    public var arguments: [String] = []
    /// Variables on top of those of this process.
    public var variables: [String: String] = [:]
    /// The folder that it starts in, nil for that of this process.
    public var folder: String?
    public var input = Stream.inherited
    public var output = Stream.inherited
    public var errors = Stream.inherited
    /// Whether it gets a process group of its own, so that what it starts can be ended with it. Ctrl-C
    /// doesn't reach it then, and it can't read from the terminal.
    public var hasOwnGroup = false

    public init(_ line: String) { self.line = line }
  }

  /// The system's number of the process.
  public private(set) var id: Int32
  /// Writes to its standard input, without blocking; nil without a pipe, or when it is closed.
  public private(set) var input: Int32?
  /// Reads from its standard output; nil without a pipe.
  public let output: Int32?
  /// Reads from its standard error; nil without a pipe.
  public let errors: Int32?
  private let hasOwnGroup: Bool
  private var ending: Ending?

  /// Starts a command.
  public init(_ command: Command) throws(Failure) {
    var actions = FileActions()
    defer { actions.destroy() }
    // Descriptors are owned from here on: the end of `self` closes them, also when starting fails.
    input = actions.connect(STDIN_FILENO, command.input)
    output = actions.connect(STDOUT_FILENO, command.output)
    errors = actions.connect(STDERR_FILENO, command.errors)
    hasOwnGroup = command.hasOwnGroup
    id = 0
    ending = .exited(127)
    if let code = actions.failure { throw Failure(code: code) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildProcess.set(&attributes, hasOwnGroup: command.hasOwnGroup)
    var arguments = ["sh", "-c", command.line, "sh"]
    if let folder = command.folder {
      // The call that would set the folder is one that not all systems have.
      arguments = ["sh", "-c", "cd -- \"$1\" || exit 126; shift\n\(command.line)", "sh", folder]
    }
    arguments += command.arguments
    var id = pid_t()
    let code = withCStrings(arguments) { arguments in
      withCStrings(ChildProcess.environment(adding: command.variables)) { environment in
        posix_spawn(&id, "/bin/sh", &actions.actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    self.id = id
    ending = nil
    if let input {
      // A command that has gone away is an error of `write`, not the end of this process.
      signal(SIGPIPE, SIG_IGN)
      _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    for descriptor in [input, output, errors] {
      if let descriptor { close(descriptor) }
    }
    if id > 0 { end(patience: 0) }
  }

  /// Ends its standard input.
  public func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// Waits for its end.
  @discardableResult
  public func wait() -> Ending {
    // 127 when the process is nobody's child any more, which only a foreign `waitpid` could bring about.
    collect(blocking: true) ?? .exited(127)
  }

  /// How it ended, nil while it runs.
  public func endingSoFar() -> Ending? { collect(blocking: false) }

  /// Ends its standard input, which many take for the end of their work; then asks it to end (SIGTERM),
  /// and makes it when it doesn't (SIGKILL); with a group of its own, also what it started.
  ///
  /// - Parameter patience: how long it is waited for before it is made to, in milliseconds.
  public func end(patience: Int = 2000) {
    let hasInput = input != nil
    closeInput()
    if isGone(within: hasInput ? min(patience, 100) : 0) { return }
    send(signal: SIGTERM)
    if isGone(within: patience) { return }
    send(signal: SIGKILL)
    _ = collect(blocking: true)
  }

  /// Waits for its end, and that of its group.
  private func isGone(within time: Int) -> Bool {
    var waited = 0
    var pause = 1
    while waited < time {
      if !isAlive { return true }
      // Sleeping for small steps tells the time well enough, without a clock.
      usleep(UInt32(pause) * 1000)
      waited += pause
      pause = min(pause * 2, 32)
    }
    return !isAlive
  }

  /// Whether it runs, or something of its group.
  private var isAlive: Bool {
    collect(blocking: false) == nil || hasOwnGroup && kill(-id, 0) == 0
  }

  private func send(signal number: Int32) {
    _ = kill(hasOwnGroup ? -id : id, number)
  }

  private func collect(blocking: Bool) -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    while true {
      let found = waitpid(id, &status, blocking ? 0 : WNOHANG)
      if found == id { break }
      if found < 0, errno == EINTR { continue }
      if found < 0 { ending = .exited(127) }
      return ending
    }
    // The lower seven bits hold the signal, the next byte the exit code (wait(2), whose macros Swift
    // doesn't import).
    let number = status & 0x7F
    ending = number == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: number)
    return ending
  }

  // MARK: Starting

  /// What happens to descriptors between fork and exec.
  private struct FileActions {
    var actions = posix_spawn_file_actions_t()
    private var childEnds: [Int32] = []
    /// The system's number of what went wrong.
    private(set) var failure: Int32?

    init() { posix_spawn_file_actions_init(&actions) }

    mutating func destroy() {
      posix_spawn_file_actions_destroy(&actions)
      for descriptor in childEnds { close(descriptor) }
    }

    /// Connects a standard stream of the child; returns this process's end of a pipe.
    mutating func connect(_ descriptor: Int32, _ stream: Stream) -> Int32? {
      switch stream {
      case .inherited: return nil
      case .nowhere:
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        return nil
      case .standardError:
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, descriptor)
        return nil
      case .pipe:
        guard let pipe = Pipe() else {
          failure = errno
          return nil
        }
        let isInput = descriptor == STDIN_FILENO
        let theirs = isInput ? pipe.reading : pipe.writing
        childEnds.append(theirs)
        posix_spawn_file_actions_adddup2(&actions, theirs, descriptor)
        return isInput ? pipe.writing : pipe.reading
      }
    }
  }

  /// The signals that this process ignores or handles do to the child what they do to any program.
  private static func set(_ attributes: inout posix_spawnattr_t, hasOwnGroup: Bool) {
    var none = sigset_t()
    sigemptyset(&none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&usual, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    if hasOwnGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: Int(flags)))
  }

  /// `NAME=value` for each variable of this process and each of `variables`, which win.
  private static func environment(adding variables: [String: String]) -> [String] {
    var all: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let text = String(cString: text)
      let name = text.prefix { $0 != "=" }
      if variables[String(name)] == nil { all.append(text) }
      entry += 1
    }
    return all + variables.map { "\($0)=\($1)" }.sorted()
  }
}

/// Calls `body` with the texts as the system takes lists of them: C strings, and nil behind the last.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
