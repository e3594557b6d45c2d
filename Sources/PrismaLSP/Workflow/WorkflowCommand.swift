import JSON

/// Runs one of the commands that work on a database, and turns its end into a result.
enum WorkflowCommand {
  /// What a command that did its work leaves: a document for those who want JSON, and an exit code.
  struct Outcome: Sendable {
    var exitCode: Int32 = 0
    /// Writes the members of the document.
    var json: @Sendable (inout JSONWriter) -> Void = { _ in }
  }

  /// What one of them does.
  typealias Work =
    @Sendable (CommandLineArguments, Console, CommandEnvironment) async throws(WorkflowEnd) ->
    Outcome

  static func run(
    _ work: Work, _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    let console = Console(arguments, in: environment)
    do throws(WorkflowEnd) {
      let outcome = try await work(arguments, console, environment)
      var result = CommandResult(exitCode: outcome.exitCode)
      if arguments.output == .json {
        var writer = JSONWriter()
        writer.object(outcome.json)
        result.output = writer.bytes + [0x0A]
      }
      return result
    } catch {
      return result(of: error, arguments, console, environment)
    }
  }

  /// What the end of a command is told as.
  static func result(
    of end: WorkflowEnd, _ arguments: CommandLineArguments, _ console: Console,
    _ environment: CommandEnvironment
  ) -> CommandResult {
    let isJSON = arguments.output == .json
    func told(_ failure: CommandFailure, exitCode: Int32 = 1) -> CommandResult {
      var result = Commands.result(of: failure, asJSON: isJSON, arguments.color, environment)
      result.exitCode = exitCode
      return result
    }
    switch end {
    case .failed(let failure): return told(failure)
    case .cancelled: return told(CommandFailure("cancelled: nothing was changed"), exitCode: 130)
    case .interrupted: return told(CommandFailure("interrupted"), exitCode: 130)
    case .told(let failure, let exitCode, let json):
      var result = told(failure, exitCode: exitCode)
      if isJSON { result.output = json }
      return result
    case .invalidSchema(let report):
      if isJSON {
        return told(
          CommandFailure(
            "the schema `\(report.path)` has errors; `prisma-lsp validate` lists them",
            code: "P1012"))
      }
      var result = CommandResult(exitCode: 1)
      result.errors = TextReport.text([.report(report)], console.noteStyle)
      Commands.tell(
        CommandFailure("the schema `\(report.path)` is not valid", code: "P1012"), in: &result,
        console.noteStyle)
      return result
    }
  }
}
