import Migration
import MigrationHistory
import Postgres

/// `migrate diff`
enum MigrateDiffCommand {
  static let definition = CommandDefinition(
    "migrate diff", "Show the change between two schemas: in words, as SQL, with its hazards",
    title: "Show the change between two of schemas, migrations and databases",
    usage: "--from-SIDE --to-SIDE [OPTIONS]", options: MigrateDiffOptions.all,
    check: { arguments throws(UsageError) in
      guard arguments[MigrateDiffOptions.down], arguments[SharedOptions.plan] == .online else {
        return
      }
      throw UsageError(
        "`--down` and `--plan online` don't go together",
        help:
          "the online way back is the way from `--to-…` to `--from-…`: exchange the two sides")
    }, work: .database(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    do throws(CommandFailure) {
      let sides = try MigrateDiffSides(arguments, in: environment)
      if let result = sides.refusal(arguments, environment) { return result }
      let live = try await sides.plan()
      let plan = try RenameArgument.plan(live.plan, with: arguments[SharedOptions.rename])
      var report = try await report(on: live, plan, arguments[MigrateDiffOptions.facts])
      if let version = arguments[SharedOptions.postgresVersion] { report.version = version }
      let difference = Difference(plan: plan, profile: sides.profile, live: report)
      var result = try difference.result(arguments, environment)
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

  // MARK: What the database says

  /// Asks the database that the plan starts from about its rows.
  private static func report(
    on live: MigrateDiffSides.LivePlan, _ plan: Plan, _ mode: FactsMode
  ) async throws(CommandFailure) -> MigrationReport.Live {
    var report = MigrationReport.Live(withoutDatabase: plan)
    report.version = live.catalogue.map { $0.serverVersion / 10000 }
    // The database does not know the new names yet.
    guard let connection = live.connection, mode != .off, plan.renames.isEmpty else {
      return report
    }
    do throws(PostgresError) {
      if mode == .exact { report.losses = try await connection.losses(of: plan) }
      report.facts = try await connection.facts(on: plan, mode: mode)
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
    guard arguments[MigrateDiffOptions.facts] != .off else { return }
    if live.connection == nil {
      result.say("`--facts` does nothing here: the difference does not start from a database")
      return
    }
    if !arguments[SharedOptions.rename].isEmpty {
      result.say("`--facts` does nothing beside `--rename`: the database has the old names")
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
