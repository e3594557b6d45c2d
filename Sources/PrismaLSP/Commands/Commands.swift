/// Runs what the command line asks for, but for the language server.
enum Commands {
  /// Does what `arguments` say.
  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    switch arguments.command.work {
    case .immediate(let run): run(arguments, environment)
    case .database(let run): await run(arguments, environment)
    case .workflow(let run): await WorkflowCommand.run(run, arguments, in: environment)
    case .server: HelpCommand.run(arguments, in: environment)
    }
  }

  /// Understands the arguments behind the program's name; refusals are put into words.
  static func parse(
    _ arguments: [SystemPath], in environment: CommandEnvironment
  ) -> (arguments: CommandLineArguments?, refusal: CommandResult) {
    do throws(UsageError) {
      return (try CommandLineArguments(parsing: arguments), CommandResult())
    } catch {
      let asksForJSON = CommandLineArguments.asksForJSON(arguments)
      let failure = CommandFailure(error.message, help: error.help)
      return (nil, result(of: failure, asJSON: asksForJSON, .auto, environment))
    }
  }

  /// The result of a command that could not do its work.
  static func result(
    of failure: CommandFailure, asJSON: Bool, _ color: CommandLineArguments.Color,
    _ environment: CommandEnvironment
  ) -> CommandResult {
    var result = CommandResult(exitCode: 1)
    if asJSON {
      result.output = JSONReport.text(failure)
    } else {
      tell(failure, in: &result, environment.style(color, isTerminal: environment.isErrorTerminal))
    }
    return result
  }

  /// Writes to standard error why something failed.
  static func tell(_ failure: CommandFailure, in result: inout CommandResult, _ style: Style) {
    let code = failure.code.map { "[\($0)]" } ?? ""
    result.say(
      style.bold("error\(code)", .red) + style.bold(": \(Style.shown(failure.message))"))
    if let excerpt = failure.excerpt {
      result.say("")
      for line in excerpt.split(separator: "\n", omittingEmptySubsequences: false) {
        result.say("  " + Style.shown(String(line)))
      }
      result.say("")
    }
    if let help = failure.help {
      result.say(
        "  " + style.bold("=", .blue) + " " + style.bold("help") + ": \(Style.shown(help))")
    }
  }
}
