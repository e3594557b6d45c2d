import Migration
import SchemaModel

/// What `migrate diff` tells about two sides: a summary, or SQL in one of its forms.
struct Difference {
  let plan: Plan
  let profile: SQLProfile
  /// What the database says that the plan starts from.
  let live: MigrationReport.Live

  func result(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> CommandResult {
    var result = CommandResult()
    if arguments[MigrateDiffOptions.exitCode], !plan.steps.isEmpty { result.exitCode = 2 }
    let text: [UInt8]
    if arguments[SharedOptions.plan] == .online {
      let parts = try onlineParts()
      if arguments.output == .json {
        text = OnlinePlanReport.json(plan, parts, live)
      } else if let file = arguments[.outputFile], parts.count > 1 {
        try write(parts, to: file, environment, &result)
        return result
      } else {
        text = Array(OnlinePlanReport.text(parts).utf8)
      }
    } else if arguments[MigrateDiffOptions.down] {
      let back = WayBack(of: plan, profile: profile, version: live.version)
      text = arguments.output == .json ? MigrationReport.json(back) : Array(back.text.utf8)
    } else {
      let script = SQLScript(plan, profile: profile)
      if arguments.output == .json {
        text = MigrationReport.json(plan, script, live)
      } else if arguments[MigrateDiffOptions.script] {
        text = Array(script.text.utf8)
      } else {
        text = Array(DifferenceSummary(plan).text.utf8)
      }
    }
    if let file = arguments[.outputFile] {
      try write(text, to: file, environment)
    } else {
      result.output = text
    }
    return result
  }

  private func onlineParts() throws(CommandFailure) -> [ScriptPart] {
    guard plan.next.dialect == .postgresql else {
      throw CommandFailure(
        "the online plan is made for `postgresql`, not for "
          + "`\(plan.next.dialect.connector.displayName)`",
        help: "leave `--plan` out")
    }
    return OnlinePlan(plan, profile: profile, version: live.version).parts
  }

  private func write(
    _ text: [UInt8], to file: SystemPath, _ environment: CommandEnvironment
  ) throws(CommandFailure) {
    do throws(FileError) {
      let path = environment.workingDirectory.appending(file)
      try FileSystem.makeFolders(path.parent)
      try FileSystem.write(text, to: path)
    } catch {
      throw CommandFailure(error.message)
    }
  }

  /// Writes a file for each part: `change.sql` becomes `change.1.expand.sql` and so on.
  private func write(
    _ parts: [ScriptPart], to file: SystemPath, _ environment: CommandEnvironment,
    _ result: inout CommandResult
  ) throws(CommandFailure) {
    let name = file.bytes.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    let point = name.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 ? $0 : nil } ?? name.count
    let head = file.bytes.dropLast(name.count - point)
    let digits = String(parts.count).utf8.count
    for (index, part) in parts.enumerated() {
      let number = String(index + 1)
      let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
      let path = SystemPath(
        bytes: Array(head) + Array(".\(zeros)\(number).\(part.name)".utf8) + name[point...])
      try write(Array(part.sql.utf8), to: path, environment)
      result.say("wrote \(path.text)" + (part.isTransactional ? "" : ", not in a transaction"))
    }
  }
}
