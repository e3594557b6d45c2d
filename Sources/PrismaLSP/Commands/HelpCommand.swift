import Diagnostics

/// `help [COMMAND]`
enum HelpCommand {
  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    guard let topic = arguments.topic else { return CommandResult(output: Array(overview.utf8)) }
    guard let command = CommandLineArguments.Command(rawValue: topic) else {
      if let list = list(of: topic) { return CommandResult(output: Array(list.utf8)) }
      let names = CommandLineArguments.Command.allCases.map(\.rawValue)
      let near = Suggestion.nearest(to: topic, among: names).map { "did you mean `\($0)`? " } ?? ""
      let failure = CommandFailure(
        "there is no command `\(topic)`", help: near + "`prisma-lsp help` lists the commands")
      return Commands.result(
        of: failure, asJSON: arguments.output == .json, arguments.color, environment)
    }
    return CommandResult(output: Array(text(for: command).utf8))
  }

  /// The commands of two words that begin with `word`, nil where there are none.
  private static func list(of word: String) -> String? {
    let lines = overview.split(separator: "\n").filter { $0.hasPrefix("  \(word) ") }
    guard word == "migrate" || word == "db" else { return nil }
    return "Usage: prisma-lsp \(word) COMMAND [OPTIONS]\n\nCommands:\n"
      + lines.joined(separator: "\n")
      + "\n\n`prisma-lsp help \(word) COMMAND` shows what each takes.\n"
  }

  private static let overview = """
    prisma-lsp \(ProgramVersion.version): a language server and command line for Prisma schemas

    Usage: prisma-lsp COMMAND [OPTIONS]

    Commands:
      lsp                  Run the language server on standard input and output
      validate [PATH…]     Report what is wrong with schemas
      format [PATH…]       Bring schemas into their canonical layout
      migrate diff         Show the change between two schemas: in words, as SQL, with its hazards
      migrate lint PATH…   Show the hazards of finished migration.sql files
      db pull [PATH]       Describe a database in the schema
      migrate dev          Write a migration for what changed in the schema, and apply it
      migrate deploy       Apply the migrations that the database doesn't have yet
      migrate status       Tell which migrations the database has
      migrate resolve      Record a migration as applied or rolled back
      migrate down [NAME]  Undo the last migration, or those behind NAME
      migrate reset        Empty the database and apply all migrations
      db push              Make the database as the schema is, without migrations
      db execute           Run a script on the database
      db seed              Run the command that fills the database
      generate             Run the generators of the schema, which write clients and the like
      init                 Begin a project: schema, configuration and .env
      rules [ID]           List the diagnostics, or explain one
      version              Print the version
      help [COMMAND]       Print this, or what a command takes
      completions SHELL    Print a script that completes command lines in bash, zsh or fish

    \(commonOptions)
    Exit codes: 0 when all is fine, 1 when a schema, the database or the arguments are at fault, 130
    when the answer was no, Ctrl-C was pressed, or the database needs a reset.

    """

  static let commonOptions = """
    Options of every command:
      --output FORMAT      text or json; of validate and migrate lint also sarif and
                           github
      --prisma-version V   5, 6, 7 or auto: found out from the project around the schema
      --color WHEN         auto, always or never; NO_COLOR and FORCE_COLOR are honoured
      -h, --help           Print what the command takes

    """

  private static let pathOptions = """
      PATH                 A file, or a folder whose .prisma files are one schema. Several paths are
                           several schemas. Without one the schema is looked for as Prisma does: in
                           package.json, prisma.config.ts, ./schema.prisma, ./prisma/schema.prisma
      --schema PATH        The same as PATH
      --config PATH        The config file to look into
      --stdin              Read one file from standard input
      --stdin-filename P   Its name in messages, and where its project is
    """

  private static func text(for command: CommandLineArguments.Command) -> String {
    switch command {
    case .lsp:
      """
      Run the language server on standard input and output

      Usage: prisma-lsp lsp [--stdio]

        --stdio              The only way to talk, so it makes no difference

      """
    case .validate:
      """
      Report what is wrong with schemas

      Usage: prisma-lsp validate [PATH…] [OPTIONS]

      \(pathOptions)

      \(commonOptions)
      Exits with 1 when a schema has an error. Warnings and hints don't count.

      """
    case .format:
      """
      Bring schemas into their canonical layout, and add the missing parts of relations

      Usage: prisma-lsp format [PATH…] [OPTIONS]

      \(pathOptions)
                             The result goes to standard output
        --check              Change nothing, and exit with 1 if something would change

      \(commonOptions)
      What can't be understood stays as it is; its errors are printed, and the exit code is 1.

      """
    case .migrateDiff:
      """
      Show the change between two of schemas, migrations and databases

      Usage: prisma-lsp migrate diff --from-SIDE --to-SIDE [OPTIONS]

        --from-empty, --to-empty
                             Nothing at all
        --from-schema PATH, --to-schema PATH
                             A schema file, or a folder whose .prisma files are one schema
        --from-migrations DIR, --to-migrations DIR
                             What the migrations in a folder leave in an empty PostgreSQL; they are
                             read, and no database is needed
        --from-url URL, --to-url URL
                             A PostgreSQL database, which is read and never written
        --from-config, --to-config
                             The database that the project is configured for; --schema and --config
                             name its schema and its config file
        --facts MODE         off, estimates or exact: ask the database that the change starts from what
                             stands in its way: rows, NULLs, duplicates, orphans; exact counts them too
        --script             Print the SQL that Prisma would write, in place of a summary
        --output json        Print the statements with their locks and hazards, and all else
        --exit-code          Exit with 2 when there is a difference
        --sql-profile P      6.12, 6.19 or 7.10: the text of that version, where versions differ
        --plan online        The same change in several scripts that stop nobody for long
        --rename OLD=NEW     What is renamed: table=new or table.column=new, by the names in the database
        --down               The way back, each statement marked lossless or lossy
        --postgres-version V 12 to 18: tell hazards for that version, not for all of them
        -o FILE              Write to a file

      \(commonOptions)
      """
    case .dbPull:
      """
      Describe a PostgreSQL database in the schema; the database is only read

      Usage: prisma-lsp db pull [PATH] [OPTIONS]

        PATH, --schema PATH  The schema that is written: a file, or a folder whose .prisma files are one
                             schema. Without one it is looked for as Prisma does
        --url URL            The database, in place of the one that the project is configured for. Where
                             there is no schema yet, prisma/schema.prisma is made
        --schemas A,B        The database schemas to read; the datasource lists them from then on
        --print              Print the schema, and write nothing
        --force              Keep the datasource and the generators, and write all else anew
        --config PATH        The config file to look into

      \(commonOptions)
      Names, order, documentation, @updatedAt, @ignore and defaults of the client are kept. What the
      schema can't say of the database is told on standard error.

      """
    case .migrateLint:
      """
      Show what finished migration.sql files do to a live PostgreSQL, and what can go wrong

      Usage: prisma-lsp migrate lint PATH… [OPTIONS]

        PATH                 A migration.sql, the folder of a migration, or a folder of migrations
        --postgres-version V 12 to 18: tell hazards for that version, not for all of them
        --stdin              Read one script from standard input
        --stdin-filename P   Its name in messages

      \(commonOptions)
      A comment `-- prisma-lsp-ignore M004: reason` on the line of a statement, or on the line before,
      silences a hazard. Exits with 1 when data would be lost (M001) or rows can stand in the way (M003).

      """
    case .rules:
      """
      List the diagnostics, or explain one

      Usage: prisma-lsp rules [ID] [OPTIONS]

        ID                   The id that stands behind a finding, such as duplicate-field

      \(commonOptions)
      """
    case .version:
      """
      Print the version

      Usage: prisma-lsp version [--output json]

      """
    case .migrateDev, .migrateDeploy, .migrateStatus, .migrateResolve, .migrateReset, .migrateDown,
      .dbPush, .dbExecute, .dbSeed:
      workflowText(for: command)
    case .generate, .initialize, .completions: projectText(for: command)
    case .help: overview
    }
  }
}
