import JSON
import Postgres
import SchemaModel

/// `db execute --file FILE | --stdin`: runs a script as one message. Rows are not shown.
enum DbExecuteCommand {
  private static let file = TypedOption.path("--file", "FILE", "The script")
  /// Not the option of commands that read a schema: here that is found as if there were none.
  private static let stdin = TypedOption(
    OptionForm("--stdin", or: ["-"], nil, .anything, "Read the script from standard input"),
    key: OptionKey("script on standard input", absent: false)
  ) { _, value in value = true }

  static let definition = CommandDefinition(
    "db execute", "Run a script on the database",
    title: "Run a script on the database; rows are not shown",
    usage: "--file FILE | --stdin [OPTIONS]", operands: .schema,
    options: [file, stdin] + SharedOptions.database,
    notes: "Prisma 5 and 6 want `--schema` or `--url`.", work: .workflow(run))

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let script = try script(arguments, environment)
    guard let text = ScriptText.text(script.bytes) else { throw ScriptText.unreadable(script.path) }
    let connection = try await connection(arguments, console, environment)
    let result: ScriptResult
    do throws(PostgresError) {
      result = try await connection.execute(text)
    } catch {
      guard error.server != nil else { throw WorkflowEnd(error) }
      let failure = ScriptFailure(path: script.path, bytes: script.bytes, error: error)
      let state = error.sqlState.map { " (\($0))" } ?? ""
      throw .failed(
        CommandFailure(
          "the script failed: \(error.message)\(state)", help: error.help,
          excerpt: failure.excerpt))
    }
    for notice in result.notices { console.note("\(notice.severity): \(notice.text)") }
    let rows = result.tables.compactMap(\.affectedRows)
    console.sayDone("the script was executed")
    return WorkflowCommand.Outcome { writer in
      writer.member("executed", true)
      writer.key("affectedRows")
      writer.array(rows) { $0.number($1) }
    }
  }

  /// The script that is to be run.
  private static func script(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> (path: String, bytes: [UInt8]) {
    let file = arguments[file]
    guard (file != nil) != arguments[stdin] else {
      throw WorkflowEnd.failure(
        file == nil ? "no script is given" : "`--file` and `--stdin` don't go together",
        help: "write `--file FILE` or `--stdin`")
    }
    do throws(FileError) {
      if let file {
        let path = environment.workingDirectory.appending(file)
        return (file.text, try FileSystem.read(path))
      }
      return ("standard input", try environment.standardInput())
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// A connection to `--url`, or to the project's database. Prisma 5 and 6 want to be told which project:
  /// nobody should run a script on a database by accident.
  private static func connection(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) async throws(WorkflowEnd) -> Connection {
    if let url = arguments.url {
      do throws(PostgresError) {
        let connection = try await Connection.open(try ConnectionURL(url))
        try await connection.prepareSchema()
        return connection
      } catch {
        throw WorkflowEnd(error)
      }
    }
    if arguments.paths.isEmpty {
      let (check, _) = try WorkflowProject.checkedSchema(arguments, environment)
      if check.version != .seven {
        throw WorkflowEnd.failure(
          "it is not said on which database", help: "write `--schema PATH` or `--url URL`")
      }
    }
    let project = try WorkflowProject(arguments, console, environment, needsModels: false)
    return try await project.connect(creates: false, console).connection
  }
}
