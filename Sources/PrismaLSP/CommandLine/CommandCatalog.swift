/// All commands.
enum CommandCatalog {
  /// In the order of the help.
  static let all: [CommandDefinition] = [
    LanguageServerCommand.definition, ValidateCommand.definition, FormatCommand.definition,
    MigrateDiffCommand.definition, MigrateLintCommand.definition, DbPullCommand.definition,
    MigrateDevCommand.definition, MigrateDeployCommand.definition,
    MigrateStatusCommand.definition, MigrateResolveCommand.definition,
    MigrateDownCommand.definition, MigrateResetCommand.definition, DbPushCommand.definition,
    DbExecuteCommand.definition, DbSeedCommand.definition, GenerateCommand.definition,
    InitCommand.definition, RulesCommand.definition, VersionCommand.definition,
    HelpCommand.definition, CompletionsCommand.definition,
  ]

  /// The one with a name, nil where there is none.
  static func command(_ name: String) -> CommandDefinition? { all.first { $0.name == name } }

  /// The commands of two words that begin with `word`, maybe none.
  static func group(_ word: String) -> [CommandDefinition] {
    all.filter { $0.name.hasPrefix(word + " ") }
  }

  /// The first words of all commands, each once.
  static let firstWords: [String] = {
    var words: [String] = []
    for command in all {
      let word = String(command.name.prefix { $0 != " " })
      if !words.contains(word) { words.append(word) }
    }
    return words
  }()

  /// What a mistyped command may be taken for.
  static var names: [String] { firstWords + all.map(\.name).filter { $0.contains(" ") } }
}
