import Diagnostics

/// `help [COMMAND]`: what the commands say of themselves, in columns.
enum HelpCommand {
  static let definition = CommandDefinition(
    "help", "Print this, or what a command takes", usage: "[COMMAND]",
    operands: CommandDefinition.Operands(.command, "[COMMAND]"), work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    guard let topic = arguments.operand, topic != definition.name else {
      return CommandResult(output: Array(overview.utf8))
    }
    if let command = CommandCatalog.command(topic) {
      return CommandResult(output: Array(text(of: command).utf8))
    }
    let group = CommandCatalog.group(topic)
    if !group.isEmpty { return CommandResult(output: Array(text(of: group, topic).utf8)) }
    let near = Suggestion.nearest(to: topic, among: CommandCatalog.names)
      .map { "did you mean `\($0)`? " }
    let failure = CommandFailure(
      "there is no command `\(topic)`",
      help: (near ?? "") + "`prisma-lsp help` lists the commands")
    return Commands.result(
      of: failure, asJSON: arguments.output == .json, arguments.color, environment)
  }

  // MARK: The texts

  /// All commands.
  private static var overview: String {
    """
    prisma-lsp \(ProgramVersion.version): a language server and command line for Prisma schemas

    Usage: prisma-lsp COMMAND [OPTIONS]

    Commands:
    \(list(CommandCatalog.all))

    Options of every command:
    \(rows(of: CommonOptions.all))

    Exit codes: 0 when all is fine, 1 when a schema, the database or the arguments are at fault, 130
    when the answer was no, Ctrl-C was pressed, or the database needs a reset.

    """
  }

  /// The commands of two words that begin with `word`.
  private static func text(of group: [CommandDefinition], _ word: String) -> String {
    """
    Usage: prisma-lsp \(word) COMMAND [OPTIONS]

    Commands:
    \(list(group))

    `prisma-lsp help \(word) COMMAND` shows what each takes.

    """
  }

  /// What a command takes.
  private static func text(of command: CommandDefinition) -> String {
    var sections = [
      command.title ?? command.summary, "Usage: prisma-lsp \(command.name) \(command.usage)",
    ]
    let operands = command.operands.explanation.map { row($0.label, $0.text) }
    let options =
      command.options.contains { $0.form.purpose != nil } ? rows(of: command.options) : nil
    sections.append([operands, options].compactMap(\.self).joined(separator: "\n"))
    if command.usage.contains("[OPTIONS]") {
      sections.append("Options of every command:\n" + rows(of: command.commonOptions))
    }
    sections.append(command.notes)
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  // MARK: Columns

  private static func list(_ commands: [CommandDefinition]) -> String {
    commands.map { command in
      let synopsis = command.operands.synopsis
      return row(command.name + (synopsis.isEmpty ? "" : " \(synopsis)"), command.summary)
    }.joined(separator: "\n")
  }

  /// A row for each option that says what it is for.
  private static func rows(of options: [any CommandOption]) -> String {
    options.compactMap { option in
      let form = option.form
      return form.purpose.map { row(form.label ?? form.shownName, $0) }
    }.joined(separator: "\n")
  }

  /// `text`, maybe of several lines, in a column behind `label`; below it where that is too long.
  private static func row(_ label: String, _ text: String) -> String {
    let width = 21
    let blank = String(repeating: " ", count: width)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let column = lines.joined(separator: "\n  " + blank)
    let head =
      label.count < width
      ? label + String(repeating: " ", count: width - label.count) : "\(label)\n  \(blank)"
    return "  \(head)\(column)"
  }
}
