import JSON
import Migration
import MigrationHistory
import Postgres

/// `migrate dev`: applies what is pending, and writes and applies a migration for what changed in the
/// schema.
enum MigrateDevCommand {
  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: true)
    let run = DevelopmentRun(
      project: project, arguments: arguments, console: console, environment: environment)
    return try await run.run()
  }
}
