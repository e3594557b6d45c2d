import JSON
import SchemaModel

/// `db seed [-- ARGUMENTS]`: runs the command that the project names.
enum DbSeedCommand {
  static let definition = CommandDefinition(
    "db seed", "Run the command that fills the database",
    title: "Run the command that fills the database with its first rows",
    usage: "[OPTIONS] [-- ARGUMENTS]",
    operands: CommandDefinition.Operands(
      .passedOn, "", ("-- ARGUMENTS", "Added behind the command")),
    options: [SharedOptions.schema, SharedOptions.config],
    notes: """
      The command is `prisma.seed` of package.json, or `migrations.seed` of the config file.
      """,
    work: .workflow { arguments, console, environment throws(WorkflowEnd) in
      try run(arguments, console, environment)
    })

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let (check, _) = try WorkflowProject.checkedSchema(arguments, environment)
    let settings: DatabaseSettings
    let seed: DatabaseSettings.Seed?
    do throws(CommandFailure) {
      settings = try check.databaseSettings(config: arguments.config, in: environment)
      seed = try settings.seed()
    } catch {
      throw .failed(error)
    }
    guard let seed else { return try nothing(check.version, settings, console, environment) }
    var run = SeedRun(seed: seed, variables: settings.variables)
    run.arguments = arguments.passedOn
    try run.run(console, isQuiet: arguments.output == .json)
    return WorkflowCommand.Outcome { writer in
      writer.member("seeded", true)
      writer.member("command", seed.command)
    }
  }

  /// Says how a seed command is set. Prisma 5 takes it for an error.
  private static func nothing(
    _ version: PrismaVersion, _ settings: DatabaseSettings, _ console: Console,
    _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let folder = environment.workingDirectory.normalized.text
    var help = "add `\"prisma\": { \"seed\": \"COMMAND\" }` to `package.json`"
    if version == .seven || settings.config != nil {
      let path = settings.config?.path ?? "prisma.config.ts"
      help =
        "add `migrations: { seed: \"COMMAND\" }` to `\(FilePath.relative(path, to: folder) ?? path)`"
    }
    if version == .five {
      throw WorkflowEnd.failure("no seed command is configured", help: help)
    }
    console.say("No seed command is configured: \(help)")
    return WorkflowCommand.Outcome { writer in writer.member("seeded", false) }
  }
}
