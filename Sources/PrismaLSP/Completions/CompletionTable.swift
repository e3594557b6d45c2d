/// What can follow on a command line: the same for all shells, from the declarations of the commands.
struct CompletionTable {
  /// A command with its options.
  struct Command {
    /// One word, or two.
    let name: String
    /// The long names with their dashes, and the short ones that have no long one; in byte order. The values
    /// are nil for an option without one.
    let options: [(name: String, values: OptionForm.Values?)]
    /// What its other arguments are, nil when it has none.
    let arguments: OptionForm.Values?
  }

  /// In the order of the help.
  let commands: [Command] = CommandCatalog.all.map { command in
    let options = command.allOptions.map(\.form).flatMap { form in
      form.names.filter { $0.hasPrefix("--") || form.names.count == 1 }
        .map { (name: $0, values: form.placeholder.map { _ in form.values }) }
    }
    return Command(
      name: command.name, options: options.sorted { $0.name < $1.name },
      arguments: Self.arguments(of: command))
  }

  /// The first words of all commands, each once.
  var firstWords: [String] { CommandCatalog.firstWords }

  /// The names of the commands of two words.
  var names: [String] { commands.map(\.name).filter { $0.contains(" ") } }

  /// The first words of commands of two, each with the words that can follow.
  let groups: [(first: String, seconds: [String])] = CommandCatalog.firstWords.compactMap { first in
    let commands = CommandCatalog.group(first)
    if commands.isEmpty { return nil }
    return (first, commands.map { String($0.name.dropFirst(first.count + 1)) })
  }

  /// The options that have a value.
  var valued: [(command: String, option: String, values: OptionForm.Values)] {
    commands.flatMap { command in
      command.options.compactMap { name, values in values.map { (command.name, name, $0) } }
    }
  }

  private static func arguments(of command: CommandDefinition) -> OptionForm.Values? {
    switch command.operands.kind {
    case .none, .passedOn: nil
    case .paths: .path
    case .word(let values): values
    case .command: .words(CommandCatalog.firstWords)
    }
  }
}
