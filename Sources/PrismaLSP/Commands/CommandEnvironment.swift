import Glibc

/// What commands see of the process: tests give them another one.
struct CommandEnvironment: Sendable {
  /// Where relative paths begin: absolute.
  let workingDirectory: SystemPath
  /// The value of a variable, nil when it is not set.
  let variable: @Sendable (String) -> String?
  /// Reads standard input to its end.
  let standardInput: @Sendable () throws(FileError) -> [UInt8]
  /// Whether standard output is a terminal.
  let isOutputTerminal: Bool
  /// Whether standard error is a terminal.
  let isErrorTerminal: Bool
  /// Where commands write that take their time.
  var terminal = Terminal.none
  /// Seconds since 1970.
  var now: @Sendable () -> Int = { time(nil) }

  /// That of this process.
  static var process: CommandEnvironment {
    var folder = SystemPath(".")
    if let path = getcwd(nil, 0) {
      let bytes = UnsafeBufferPointer(start: path, count: strlen(path))
      folder = SystemPath(bytes: bytes.map { UInt8(bitPattern: $0) })
      free(path)
    }
    return CommandEnvironment(
      workingDirectory: folder,
      variable: { name in getenv(name).map { String(cString: $0) } },
      standardInput: FileSystem.readStandardInput,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1, isErrorTerminal: isatty(STDERR_FILENO) == 1,
      terminal: .process)
  }

  /// How text is styled: what the command line says, else `FORCE_COLOR`, `NO_COLOR`, and whether a person
  /// is looking.
  ///
  /// Source: https://force-color.org and https://no-color.org
  func style(_ choice: CommandLineArguments.Color, isTerminal: Bool) -> Style {
    switch choice {
    case .always: return Style(isColoured: true)
    case .never: return Style(isColoured: false)
    case .auto: break
    }
    if let force = variable("FORCE_COLOR"), !force.isEmpty {
      return Style(isColoured: force != "0" && force != "false")
    }
    if let no = variable("NO_COLOR"), !no.isEmpty { return Style(isColoured: false) }
    return Style(isColoured: isTerminal && variable("TERM") != "dumb")
  }
}

/// What a command leaves behind.
struct CommandResult: Sendable {
  /// 0 when all is fine, 1 when the schema or the arguments are at fault.
  var exitCode: Int32 = 0
  /// For standard output.
  var output: [UInt8] = []
  /// For standard error.
  var errors: [UInt8] = []
  /// What was checked. It is held until the process ends: freeing it would only delay that.
  var checks: [SchemaCheck] = []

  /// Adds a line to standard error.
  mutating func say(_ text: String) { errors += Array(text.utf8) + [0x0A] }
}
