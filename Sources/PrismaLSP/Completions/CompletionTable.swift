import Migration
import SchemaModel

/// What can follow on a command line: the same for all shells, from the list of commands and options.
struct CompletionTable {
  /// What a word is completed to.
  enum Values: Hashable {
    /// One of these words.
    case words([String])
    /// A file or folder.
    case paths
    /// Something that can't be known.
    case anything
  }

  /// A command with its options.
  struct Command {
    /// One word, or two.
    let name: String
    /// With their dashes, in byte order.
    let options: [(name: String, values: Values?)]
    /// What its other arguments are, nil when it has none.
    let arguments: Values?
  }

  let commands: [Command] = CommandLineArguments.Command.allCases.map { command in
    let options = CommandLineArguments.Option.allCases.filter {
      $0.isTaken(by: command) && $0 != .clientProcessID
    }
    return Command(
      name: command.rawValue,
      options: options.map { option in
        let isShort = option.rawValue.hasPrefix("-")
        return (
          isShort ? option.rawValue : "--\(option.rawValue)", Self.values(of: option, for: command)
        )
      }.sorted { $0.0 < $1.0 },
      arguments: Self.arguments(of: command))
  }

  /// The first words of all commands, each once.
  static var firstWords: [String] {
    var words: [String] = []
    for command in CommandLineArguments.Command.allCases {
      let word = String(command.rawValue.prefix { $0 != " " })
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// The second words of the commands that begin with a word.
  func secondWords(after first: String) -> [String] {
    commands.filter { $0.name.hasPrefix(first + " ") }
      .map { String($0.name.dropFirst(first.count + 1)) }
  }

  private static func arguments(of command: CommandLineArguments.Command) -> Values? {
    switch command {
    case .validate, .format, .dbPull: .paths
    case _ where command.takesSchemaPath: .paths
    case .help: .words(firstWords)
    case .completions: .words(CompletionsCommand.Shell.allCases.map(\.rawValue))
    case .rules, .migrateDown: .anything
    default: nil
    }
  }

  private static func values(
    of option: CommandLineArguments.Option, for command: CommandLineArguments.Command
  ) -> Values? {
    switch option {
    case .output:
      command == .initialize
        ? .paths
        : .words(command == .validate ? ["text", "json", "sarif", "github"] : ["text", "json"])
    case .color: .words(CommandLineArguments.Color.allCases.map(\.rawValue))
    case .prismaVersion: .words(["auto"] + PrismaVersion.allCases.map(\.rawValue))
    case .facts: .words(["off", "estimates", "exact"])
    case .plan: .words(MigrateDiffArguments.PlanKind.allCases.map(\.rawValue))
    case .sqlProfile: .words(MigrateDiffArguments.profiles.map(\.rawValue))
    case .datasourceProvider: .words(Connector.allCases.dropFirst().map(\.displayName))
    case .generatorProvider: .words(["prisma-client", "prisma-client-js", "prisma-client-py"])
    default:
      switch option.value {
      case nil: nil
      case "PATH", "FILE", "DIR": .paths
      default: .anything
      }
    }
  }
}
