import JSON
import MigrationHistory
import Postgres
import SchemaModel

/// `migrate reset`: empties the database and applies all migrations.
enum MigrateResetCommand {
  static let definition = CommandDefinition(
    "migrate reset", "Empty the database and apply all migrations", usage: "[--force] [OPTIONS]",
    operands: .schema,
    options: SharedOptions.database + [
      SharedOptions.force, SharedOptions.skipGenerate, SharedOptions.skipSeed,
    ],
    notes: "All data is lost. Without a terminal, and where `CI` is set, it needs `--force`.",
    work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    let directory = try project.directory()
    let scripts = try project.scripts(directory)
    try confirm(arguments, project, console)
    let connection = try await project.connect(creates: true, console).connection
    try await MigrationTable(connection: connection).lock(environment)
    try await DatabaseReset(connection: connection, namespaces: project.namespaces).run()
    console.sayDone("emptied the database `\(project.url.database)`")
    let applied = try await project.applyPending(
      directory, scripts, connection, console, environment)
    let seeded = try await project.finish(arguments, console, environment, seeds: true)
    return WorkflowCommand.Outcome { writer in
      writer.member("reset", true)
      writer.key("applied")
      writer.array(applied) { $0.string($1) }
      writer.member("seeded", seeded)
    }
  }

  private static func confirm(
    _ arguments: CommandLineArguments, _ project: WorkflowProject, _ console: Console
  ) throws(WorkflowEnd) {
    if arguments[SharedOptions.force] { return }
    guard console.isInteractive, !console.isContinuousIntegration else {
      throw WorkflowEnd.failure(
        "nobody can be asked whether all data of the database `\(project.url.database)` may go",
        help: "add `--force` if they may")
    }
    let schemas = project.namespaces.map { "`\($0)`" }.joined(separator: ", ")
    try console.confirm(
      "All data in the database `\(project.url.database)`, schema \(schemas), at "
        + "\(project.url.server) will be lost. Do you want to continue?")
  }
}

extension WorkflowProject {
  /// What comes behind the work on the database: clients are generated and the database is seeded, where
  /// the version does so and the arguments don't say otherwise. Returns whether it was seeded.
  func finish(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment,
    seeds: Bool
  ) async throws(WorkflowEnd) -> Bool {
    guard version != .seven else { return false }
    func skips(_ name: String) -> Bool { !(environment.variable(name) ?? "").isEmpty }
    if !arguments[SharedOptions.skipGenerate], !skips("PRISMA_MIGRATE_SKIP_GENERATE") {
      try generate(arguments, console, environment)
    }
    guard seeds, !arguments[SharedOptions.skipSeed], !skips("PRISMA_MIGRATE_SKIP_SEED") else {
      return false
    }
    let seed: DatabaseSettings.Seed?
    do throws(CommandFailure) {
      seed = try settings.seed()
    } catch {
      throw .failed(error)
    }
    guard let seed else { return false }
    try SeedRun(seed: seed, variables: settings.variables)
      .run(console, isQuiet: arguments.output == .json)
    return true
  }

  /// Runs the generators. One that fails is told, and changes nothing about what was done.
  ///
  /// - Throws: when the schema has errors, which only a reset gets as far as this with.
  private func generate(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) {
    var check = check
    let report = check.report()
    if report.hasErrors { throw .invalidSchema(report) }
    var generation = Generation(check: check, variables: settings.variables)
    generation.isQuiet = arguments.output == .json
    _ = try generation.run(console, environment)
  }
}
