import Diagnostics

/// `completions SHELL`: prints a script that completes command lines.
enum CompletionsCommand {
  /// The shells there are scripts for.
  enum Shell: String, CaseIterable { case bash, zsh, fish }

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    guard let shell = arguments.topic.flatMap(Shell.init) else {
      let names = Shell.allCases.map(\.rawValue)
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      let failure = CommandFailure(
        arguments.topic.map { "there is no script for the shell `\($0)`" }
          ?? "it is not said for which shell the script shall be",
        help: "write one of \(list)")
      return Commands.result(
        of: failure, asJSON: arguments.output == .json, arguments.color, environment)
    }
    let table = CompletionTable()
    let script =
      switch shell {
      case .bash: BashCompletion(table: table).script
      case .zsh: ZshCompletion(table: table).script
      case .fish: FishCompletion(table: table).script
      }
    return CommandResult(output: Array(script.utf8))
  }
}
