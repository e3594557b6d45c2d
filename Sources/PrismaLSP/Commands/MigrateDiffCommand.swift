import Migration
import MigrationHistory

/// `migrate diff`
enum MigrateDiffCommand {
  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    do throws(CommandFailure) {
      let sides = try MigrateDiffSides(arguments, in: environment)
      if let result = sides.refusal(arguments, environment) { return result }
      let live = try await sides.plan()
      var result = try result(of: live.plan, sides.profile, arguments, environment)
      for finding in live.findings {
        result.say("\(finding.path):\(finding.line): \(finding.message)")
      }
      return result
    } catch {
      return Commands.result(
        of: error, asJSON: arguments.output == .json, arguments.color, environment)
    }
  }

  private static func result(
    of plan: Plan, _ profile: SQLProfile, _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) throws(CommandFailure) -> CommandResult {
    var result = CommandResult()
    let script = SQLScript(plan, profile: profile)
    if arguments.diff.tellsByExitCode, !plan.steps.isEmpty { result.exitCode = 2 }
    let text: [UInt8]
    if arguments.output == .json {
      text = MigrationReport.json(plan, script)
    } else if arguments.diff.printsScript {
      text = Array(script.text.utf8)
    } else {
      text = Array(DifferenceSummary(plan).text.utf8)
    }
    guard let file = arguments.outputFile else {
      result.output = text
      return result
    }
    do throws(FileError) {
      try FileSystem.write(text, to: environment.workingDirectory.appending(file))
    } catch {
      throw CommandFailure(error.message)
    }
    return result
  }
}
