import Generators
import JSON
import SchemaModel

/// `generate`: runs the generators of the schema.
enum GenerateCommand {
  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    if arguments.generate.watches { return try watch(arguments, console, environment) }
    let (check, report) = try WorkflowProject.checkedSchema(arguments, environment)
    let outcomes = try outcomes(check, report, arguments, console, environment)
    let failed = outcomes.first { $0.failure != nil }?.failure
    return WorkflowCommand.Outcome(exitCode: failed == nil ? 0 : 1) { writer in
      writer.key("generators")
      writer.array(outcomes) { $1.write(to: &$0) }
      if let failed { JSONReport.write(failed, to: &writer) }
    }
  }

  private static func outcomes(
    _ check: SchemaCheck, _ report: SchemaReport, _ arguments: CommandLineArguments,
    _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> [Generation.Outcome] {
    if report.hasErrors { throw .invalidSchema(report) }
    console.note("\(report.path)")
    if arguments.generate.requiresModels, check.schema.models.allSatisfy(\.isIgnored) {
      throw WorkflowEnd.failure(
        "the schema has no model that a client would have",
        help: "add one, or leave out `--require-models`")
    }
    let variables: ProjectVariables
    do throws(CommandFailure) {
      variables = try check.databaseSettings(config: arguments.config, in: environment).variables
    } catch {
      throw .failed(error)
    }
    if check.schema.generators.isEmpty, arguments.generate.generators.isEmpty {
      console.say(
        "The schema has no generator, so there is nothing to do. One for Python would be:\n\n"
          + "  generator client {\n    provider = \"prisma-client-py\"\n  }\n")
      return []
    }
    var generation = Generation(check: check, variables: variables)
    generation.names = arguments.generate.generators
    generation.timeout = arguments.generate.timeout
    generation.isQuiet = arguments.output == .json
    return try generation.run(console, environment)
  }

  // MARK: Watching

  /// Generates now and whenever the files of the schema have changed, until Ctrl-C comes.
  private static func watch(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    guard arguments.output == .text else {
      throw WorkflowEnd.failure("`--watch` has no end, and so no JSON document")
    }
    var last: [[UInt8]]?
    repeat {
      let texts = texts(arguments, environment)
      guard texts != last else { continue }
      last = texts
      do throws(WorkflowEnd) {
        let (check, report) = try WorkflowProject.checkedSchema(arguments, environment)
        _ = try outcomes(check, report, arguments, console, environment)
        console.note("watching \(report.path); Ctrl-C ends it")
      } catch {
        if case .interrupted = error { break }
        console.tell(WorkflowCommand.result(of: error, arguments, console, environment))
      }
    } while !Interruption.comes(withinMilliseconds: 300)
    return WorkflowCommand.Outcome(exitCode: Interruption.exitCode)
  }

  /// The files as they are now, without any where they can't be read.
  private static func texts(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) -> [[UInt8]] {
    let inputs = try? SchemaInputs.read(arguments, in: environment)
    guard case .success(let sources)? = inputs?.first?.files else { return [] }
    return sources.files.map(\.bytes)
  }
}

extension Generation.Outcome {
  /// Writes an element of `generators`.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("generator", generator)
      writer.member("name", name)
      writer.member("version", version)
      writer.member("output", output)
      writer.member("milliseconds", milliseconds)
      writer.key("error")
      if let failure {
        writer.object { writer in
          writer.member("message", failure.message)
          writer.member("log", failure.excerpt)
        }
      } else {
        writer.null()
      }
    }
  }
}
