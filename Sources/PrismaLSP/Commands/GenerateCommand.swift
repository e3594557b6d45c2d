import Generators
import JSON
import SchemaModel

/// `generate`: runs the generators of the schema.
enum GenerateCommand {
  private static let generator = TypedOption.texts(
    "--generator", "NAME", "Only the generator of this name; can be given several times")
  private static let requireModels = TypedOption.flag(
    "--require-models", "Fail when the schema has no model")
  private static let timeout = TypedOption.number(
    "--timeout", "SECONDS", in: 1...86_400, "write a number of seconds up to 86400",
    "What all generators may take together; without it there is no limit")
  private static let watch = TypedOption.flag(
    "--watch", "Generate again whenever the schema changes, until Ctrl-C")

  static let definition = CommandDefinition(
    "generate", "Run the generators of the schema, which write clients and the like",
    usage: "[PATH] [OPTIONS]", operands: .schema,
    options: [
      SharedOptions.oneSchema, SharedOptions.config, generator, requireModels, timeout, watch,
      // Options of Prisma's `generate` that change nothing here.
      TypedOption.flag("--allow-no-models", nil), TypedOption.flag("--no-hints", nil),
      TypedOption.flag("--no-engine", nil),
    ],
    notes: """
      A generator is the command that its `provider` names. It is run by the shell in the working
      directory, with the variables of `.env` files. Prisma's own `prisma-client-js` and `prisma-client`
      are no commands: they need Node. Exits with 1 when a generator fails; the others run nevertheless.
      \(Generation.commitVariable) sets the commit of Prisma's engines that generators are told.
      """,
    work: .workflow { arguments, console, environment throws(WorkflowEnd) in
      try run(arguments, console, environment)
    })

  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    if arguments[watch] { return try keepGenerating(arguments, console, environment) }
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
    if arguments[requireModels], check.schema.models.allSatisfy(\.isIgnored) {
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
    if check.schema.generators.isEmpty, arguments[generator].isEmpty {
      console.say(
        "The schema has no generator, so there is nothing to do. One for Python would be:\n\n"
          + "  generator client {\n    provider = \"prisma-client-py\"\n  }\n")
      return []
    }
    var generation = Generation(check: check, variables: variables)
    generation.names = arguments[generator]
    generation.timeout = arguments[timeout]
    generation.isQuiet = arguments.output == .json
    return try generation.run(console, environment)
  }

  // MARK: Watching

  /// Generates now and whenever the files of the schema have changed, until Ctrl-C comes.
  private static func keepGenerating(
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
