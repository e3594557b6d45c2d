/// `validate [PATH…]`
enum ValidateCommand {
  static let definition = CommandDefinition(
    "validate", "Report what is wrong with schemas", usage: "[PATH…] [OPTIONS]",
    operands: SchemaInputs.operands,
    options: SchemaInputs.options + [SharedOptions.reportOutput],
    notes: "Exits with 1 when a schema has an error. Warnings and hints don't count.",
    check: SharedOptions.checkStdin, work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    let inputs: [SchemaInputs.Input]
    do throws(CommandFailure) {
      inputs = try SchemaInputs.read(arguments, in: environment)
    } catch {
      return Commands.result(
        of: error, asJSON: arguments.output == .json, arguments.color, environment)
    }
    var checks: [SchemaCheck] = []
    let schemas = inputs.map { input -> CheckedSchema in
      switch input.files {
      case .failure(let failure): return .failure(path: input.path.text, failure)
      case .success(let files):
        var check = SchemaCheck(files, arguments, in: environment)
        var report = check.report()
        if input.isFound {
          do throws(CommandFailure) {
            report.failure = try check.urlFailure(config: arguments.config, in: environment)
          } catch {
            report.failure = error
          }
        }
        checks.append(check)
        return .report(report)
      }
    }
    var result = result(schemas, arguments, environment)
    result.checks = checks
    return result
  }

  private static func result(
    _ schemas: [CheckedSchema], _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) -> CommandResult {
    var result = CommandResult(exitCode: schemas.contains { $0.hasErrors } ? 1 : 0)
    switch arguments.output {
    case .json:
      result.output = JSONReport.text(schemas)
      return result
    case .sarif: result.output = SARIFReport.text(schemas)
    case .github: result.output = GitHubReport.text(schemas)
    case .text:
      let style = environment.style(arguments.color, isTerminal: environment.isOutputTerminal)
      result.output = TextReport.text(schemas, style)
    }
    let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    for schema in schemas {
      switch schema {
      case .failure(_, let failure): Commands.tell(failure, in: &result, style)
      case .report(let report):
        if let failure = report.failure { Commands.tell(failure, in: &result, style) }
      }
    }
    return result
  }
}
