import Migration
import MigrationHistory
import Postgres

/// `migrate diff`
enum MigrateDiffCommand {
  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    do throws(CommandFailure) {
      let sides = try MigrateDiffSides(arguments, in: environment)
      if let result = sides.refusal(arguments, environment) { return result }
      let live = try await sides.plan()
      let report = try await report(on: live, arguments.diff.facts)
      var result = try result(of: live.plan, report, sides.profile, arguments, environment)
      tell(report, of: live, arguments, environment, in: &result)
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
    of plan: Plan, _ live: MigrationReport.Live, _ profile: SQLProfile,
    _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) throws(CommandFailure) -> CommandResult {
    var result = CommandResult()
    let script = SQLScript(plan, profile: profile)
    if arguments.diff.tellsByExitCode, !plan.steps.isEmpty { result.exitCode = 2 }
    let text: [UInt8]
    if arguments.output == .json {
      text = MigrationReport.json(plan, script, live)
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

  // MARK: What the database says

  /// Asks the database that the plan starts from about its rows.
  private static func report(
    on live: MigrateDiffSides.LivePlan, _ mode: FactsMode
  ) async throws(CommandFailure) -> MigrationReport.Live {
    var report = MigrationReport.Live(withoutDatabase: live.plan)
    report.version = live.catalogue?.serverVersion
    guard let connection = live.connection, mode != .off else { return report }
    do throws(PostgresError) {
      if mode == .exact { report.losses = try await connection.losses(of: live.plan) }
      report.facts = try await connection.facts(on: live.plan, mode: mode)
    } catch {
      throw CommandFailure(error)
    }
    return report
  }

  /// Says what was found, where the document doesn't.
  private static func tell(
    _ report: MigrationReport.Live, of live: MigrateDiffSides.LivePlan,
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment,
    in result: inout CommandResult
  ) {
    guard arguments.diff.facts != .off else { return }
    if live.connection == nil {
      result.say("`--facts` does nothing here: the difference does not start from a database")
      return
    }
    guard arguments.output != .json else { return }
    let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    func say(_ label: String, _ text: String) {
      result.say(style.bold("\(label): ") + Style.shown(text))
    }
    for step in report.facts.steps.sorted(by: { $0.key < $1.key }).map(\.value) {
      for finding in step.findings { say(finding.provesFailure ? "fails" : "note", finding.text) }
    }
    for gap in report.facts.gaps { say("unknown", gap) }
  }
}
