import JSON
import Migration
import MigrationHistory
import Postgres

/// `migrate dev`: applies what is pending, and writes and applies a migration for what changed in the
/// schema.
enum MigrateDevCommand {
  /// What the migration is called; empty means that nobody is asked.
  static let name = TypedOption.text(
    "--name", or: ["-n"], "NAME", "What the migration is called; without it you are asked"
  ).takingEmptyText
  static let onlyCreate = TypedOption.flag(
    "--create-only", "Write the migration without applying it")

  static let definition = CommandDefinition(
    "migrate dev", "Write a migration for what changed in the schema, and apply it",
    usage: "[--name NAME] [OPTIONS]", operands: .schema,
    options: SharedOptions.database + [
      name, onlyCreate,
      SharedOptions.plan.explained(
        "Write several that stop nobody for long, in place of one", label: "--plan online"),
      SharedOptions.rename, SharedOptions.skipGenerate,
      SharedOptions.skipSeed.explained("Don't seed a new database (Prisma 5 and 6)"),
      SharedOptions.shadowDatabaseURL,
    ],
    notes: """
      Asks before data is lost. When the database can only follow by a reset, Prisma 6 and 7 say why and
      exit with 130; Prisma 5 offers to reset it.
      """,
    work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: true)
    let run = DevelopmentRun(
      project: project, arguments: arguments, console: console, environment: environment)
    return try await run.run()
  }
}
