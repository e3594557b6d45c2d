import Diagnostics

/// `completions SHELL`: prints a script that completes command lines.
enum CompletionsCommand {
  /// The shells there are scripts for.
  enum Shell: String, CaseIterable { case bash, zsh, fish }

  static let definition = CommandDefinition(
    "completions", "Print a script that completes command lines in bash, zsh or fish",
    title: "Print a script that completes command lines", usage: "SHELL",
    operands: CommandDefinition.Operands(
      .word(.words(Shell.allCases.map(\.rawValue))), "SHELL", ("SHELL", "bash, zsh or fish")),
    notes: """
      In bash: source <(prisma-lsp completions bash)
      In zsh:  prisma-lsp completions zsh > "${fpath[1]}/_prisma-lsp"
      In fish: prisma-lsp completions fish > ~/.config/fish/completions/prisma-lsp.fish
      """,
    work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    guard let shell = arguments.operand.flatMap(Shell.init) else {
      let names = Shell.allCases.map(\.rawValue)
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      let failure = CommandFailure(
        arguments.operand.map { "there is no script for the shell `\($0)`" }
          ?? "it is not said for which shell the script shall be",
        help: "write one of \(list)")
      return Commands.result(
        of: failure, asJSON: arguments.output == .json, arguments.color, environment)
    }
    let script =
      switch shell {
      case .bash: BashCompletion().script
      case .zsh: ZshCompletion().script
      case .fish: FishCompletion().script
      }
    return CommandResult(output: Array(script.utf8))
  }
}
