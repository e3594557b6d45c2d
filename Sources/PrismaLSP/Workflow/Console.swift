/// What a command of the workflow says while it works, and asks.
///
/// Results go to standard output, all else to standard error. With `--output json` standard output has the
/// document alone, and nobody is asked.
struct Console: Sendable {
  private let terminal: Terminal
  private let isJSON: Bool
  /// For standard output.
  let style: Style
  /// For standard error.
  let noteStyle: Style
  /// Whether the variable `CI` says that nobody is looking.
  let isContinuousIntegration: Bool

  init(_ arguments: CommandLineArguments, in environment: CommandEnvironment) {
    terminal = environment.terminal
    isJSON = arguments.output == .json
    style = environment.style(arguments.color, isTerminal: environment.isOutputTerminal)
    noteStyle = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    isContinuousIntegration = !["", "0", "false"].contains(environment.variable("CI") ?? "")
  }

  /// Whether someone can be asked before something is lost.
  var isInteractive: Bool { terminal.isInteractive && !isJSON }

  /// Says a result: a line, or several.
  func say(_ text: String) {
    if !isJSON { terminal.write(Style.shownText(text) + "\n") }
  }

  /// Says what has been done.
  func sayDone(_ text: String) {
    if !isJSON { terminal.write(style.bold("✓", .green) + " \(Style.shownText(text))\n") }
  }

  /// Says something about the result.
  func note(_ text: String) {
    if !isJSON { terminal.note(Style.shownText(text) + "\n") }
  }

  /// Says that something is doubtful.
  func warn(_ text: String) {
    guard !isJSON else { return }
    terminal.note(
      noteStyle.bold("warning", .yellow) + noteStyle.bold(": \(Style.shownText(text))") + "\n")
  }

  /// Says why something failed, while the command goes on.
  func tell(_ failure: CommandFailure) {
    var result = CommandResult()
    Commands.tell(failure, in: &result, noteStyle)
    tell(result)
  }

  /// Says how a part of the command has ended, while the command goes on.
  func tell(_ result: CommandResult) {
    if isJSON { return }
    terminal.write(String(decoding: result.output, as: UTF8.self))
    terminal.note(String(decoding: result.errors, as: UTF8.self))
  }

  // MARK: Questions

  /// Asks a question whose answer is no unless it is yes.
  ///
  /// - Throws: `cancelled` when it isn't yes.
  func confirm(_ question: String) throws(WorkflowEnd) {
    terminal.note(
      noteStyle.bold("?", .cyan) + " \(Style.shownText(question)) " + noteStyle.bold("(y/N)")
        + " ")
    switch terminal.readLine() {
    case .line(let answer):
      let word = answer.lowercased().filter { !$0.isWhitespace }
      guard word == "y" || word == "yes" else { throw .cancelled }
    case .end:
      terminal.note("\n")
      throw .cancelled
    case .interrupted:
      terminal.note("\n")
      throw .interrupted
    }
  }

  /// Asks for a text, which may be empty. Without a terminal a line of standard input is the answer, and
  /// nothing is waited for where it is at its end.
  func ask(_ question: String) throws(WorkflowEnd) -> String {
    if isJSON { return "" }
    terminal.note(noteStyle.bold("?", .cyan) + " \(Style.shownText(question)) ")
    let answer = terminal.readLine()
    if !terminal.isInteractive { terminal.note("\n") }
    switch answer {
    case .line(let answer): return answer
    case .end: return ""
    case .interrupted:
      terminal.note("\n")
      throw .interrupted
    }
  }
}
