import JSON
import Migration
import Postgres

/// `db push`: makes the database as the schema is, without migrations.
enum DbPushCommand {
  private static let forceReset = TypedOption.flag(
    "--force-reset", "Empty the database first, without asking: all data is lost")

  static let definition = CommandDefinition(
    "db push", "Make the database as the schema is, without migrations", operands: .schema,
    options: SharedOptions.database + [
      SharedOptions.acceptDataLoss, forceReset, SharedOptions.skipGenerate,
    ], work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let project = try WorkflowProject(arguments, console, environment, needsModels: true)
    let target = try project.target()
    let connection = try await project.connect(creates: true, console).connection
    if arguments[forceReset] {
      try await DatabaseReset(connection: connection, namespaces: project.namespaces).run()
      console.sayDone("emptied the database `\(project.url.database)`")
    }
    let plan = Plan(
      from: try await project.structure(of: connection), to: target, external: project.external)
    let losses = try await project.losses(of: plan, connection)
    try confirm(losses, arguments, console)
    let statements = SQLScript(plan, profile: project.profile).sections.flatMap(\.statements)
    for statement in statements { try await execute(statement, connection) }
    if statements.isEmpty {
      console.say("The database is as the schema is already")
    } else {
      console.sayDone("the database is as the schema is now")
    }
    _ = try await project.finish(arguments, console, environment, seeds: false)
    return WorkflowCommand.Outcome { writer in
      writer.member("reset", arguments[forceReset])
      writer.key("statements")
      writer.array(statements) { $0.string($1) }
      writer.key("warnings")
      writer.array(losses) { $0.string($1.text) }
    }
  }

  /// Stops at what can't be done, and asks before data is lost.
  private static func confirm(
    _ losses: [CountedLoss], _ arguments: CommandLineArguments, _ console: Console
  ) throws(WorkflowEnd) {
    let impossible = losses.filter(\.loss.isUnexecutable)
    if !impossible.isEmpty {
      for loss in impossible { console.note("  • \(loss.text)") }
      throw WorkflowEnd.failure(
        "the rows in the database stand in the way: "
          + impossible.map(\.text).joined(separator: "; "),
        help: "change them or the schema first; or empty the database: `--force-reset`")
    }
    if losses.isEmpty { return }
    console.warn("data is at stake:")
    for loss in losses { console.note("  • \(loss.text)") }
    if arguments[SharedOptions.acceptDataLoss] { return }
    guard console.isInteractive else {
      throw WorkflowEnd.failure(
        "nobody can be asked about the data that may be lost: "
          + losses.map(\.text).joined(separator: "; "),
        help: "add `--accept-data-loss` if it may")
    }
    try console.confirm("Do you want to ignore the warnings and go on?")
  }

  private static func execute(
    _ statement: String, _ connection: Connection
  ) async throws(WorkflowEnd) {
    do throws(PostgresError) {
      try await connection.execute(statement)
    } catch {
      guard error.server != nil else { throw WorkflowEnd(error) }
      let failure = CommandFailure(error)
      throw .failed(
        CommandFailure(
          failure.message + (error.sqlState.map { " (\($0))" } ?? ""), code: failure.code,
          help: failure.help, excerpt: statement))
    }
  }
}
