import Migration
import SchemaModel

/// `migrate diff`
enum MigrateDiffCommand {
  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    do throws(CommandFailure) {
      var sides = try Sides(arguments, in: environment)
      if let result = sides.refusal(arguments, environment) { return result }
      return try result(of: try sides.plan(), sides.profile, arguments, environment)
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

/// What is compared: both sides read, and their schemas checked.
private struct Sides {
  private var from: Side
  private var to: Side
  /// The text that scripts have.
  let profile: SQLProfile

  private enum Side {
    case empty
    case schema(SchemaCheck, SchemaReport)

    var check: SchemaCheck? { if case .schema(let check, _) = self { check } else { nil } }
    var report: SchemaReport? { if case .schema(_, let report) = self { report } else { nil } }
  }

  init(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) {
    guard let from = arguments.diff.from, let to = arguments.diff.to else {
      let missing = arguments.diff.from == nil ? "from" : "to"
      throw CommandFailure(
        "it is not said what to compare \(missing == "from" ? "from" : "with")",
        help: "add `--\(missing)-empty` or `--\(missing)-schema PATH`")
    }
    if from == .empty, to == .empty {
      throw CommandFailure(
        "both sides are empty", help: "name a schema on one of them: `--to-schema PATH`")
    }
    self.from = try Self.read(from, arguments, environment)
    self.to = try Self.read(to, arguments, environment)
    let version = self.to.check?.version ?? self.from.check?.version ?? .seven
    profile = arguments.diff.profile ?? SQLProfile(version)
  }

  private static func read(
    _ side: MigrateDiffArguments.Side, _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) throws(CommandFailure) -> Side {
    guard case .schema(let path) = side else { return .empty }
    do throws(FileError) {
      let files = try SchemaSources(reading: path, in: environment.workingDirectory)
      var check = SchemaCheck(files, arguments, in: environment)
      let report = check.report()
      return .schema(check, report)
    } catch {
      throw CommandFailure(error.message)
    }
  }

  /// What is told when a schema has errors, nil when none has.
  func refusal(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) -> CommandResult? {
    let faulty = [from, to].compactMap(\.report).filter(\.hasErrors)
    guard let first = faulty.first else { return nil }
    if arguments.output == .json {
      let failure = CommandFailure(
        "the schema `\(first.path)` has errors; `prisma-lsp validate` lists them", code: "P1012")
      return Commands.result(of: failure, asJSON: true, arguments.color, environment)
    }
    var result = CommandResult(exitCode: 1)
    let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    result.errors = TextReport.text(faulty.map { .report($0) }, style)
    return result
  }

  /// The steps from one side to the other.
  mutating func plan() throws(CommandFailure) -> Plan {
    let before = try structure(of: from)
    let after = try structure(of: to)
    guard let dialect = (after ?? before)?.dialect else {
      throw CommandFailure("both sides are empty")
    }
    if let before, let after, before.dialect != after.dialect {
      throw CommandFailure(
        "the two sides are for different databases: `\(before.dialect.connector.displayName)` and "
          + "`\(after.dialect.connector.displayName)`",
        help: "a change of the provider needs a new database and a new migrations folder")
    }
    let empty = SQLSchema(dialect: dialect, origin: .empty)
    return Plan(from: before ?? empty, to: after ?? empty)
  }

  private func structure(of side: Side) throws(CommandFailure) -> SQLSchema? {
    guard let check = side.check else { return nil }
    let connector = check.schema.configuration.connector
    guard let structure = SQLSchema(check.schema, profile: profile) else {
      throw CommandFailure(
        connector == .none
          ? "the schema has no datasource, so it is not known for which database the SQL shall be"
          : "no SQL can be made for `\(connector.displayName)`",
        help: connector == .none
          ? "add a `datasource` with its `provider`"
          : "SQL can be made for `postgresql`, `cockroachdb` and `sqlite`")
    }
    return structure
  }
}

extension SQLProfile {
  /// The newest text of a version.
  init(_ version: PrismaVersion) {
    switch version {
    case .five: self = .five
    case .six: self = .sixNineteen
    case .seven: self = .sevenTen
    }
  }
}
