import Generators
import SchemaModel

/// Runs the command that fills a database with its first rows.
struct SeedRun {
  let seed: DatabaseSettings.Seed
  /// The variables of `.env` files, which the command gets too.
  let variables: ProjectVariables
  /// Added behind the command.
  var arguments: [String] = []

  /// Runs it in its folder, with the standard streams of this process; what it prints goes to standard
  /// error when `isQuiet`.
  func run(_ console: Console, isQuiet: Bool) throws(WorkflowEnd) {
    console.note("seeding: \(seed.command)")
    let redirection = isQuiet ? " 1>&2" : ""
    var command = ChildProcess.Command(
      "cd -- \"$1\" || exit 1; shift; \(seed.command) \"$@\"\(redirection)")
    command.arguments = [seed.folder] + arguments
    command.variables = variables.missingInProcess
    let ending: ChildProcess.Ending
    do throws(ChildProcess.Failure) {
      ending = try ChildProcess(command).wait()
    } catch {
      throw WorkflowEnd.failure("the seed command can't be started: \(error.reason)")
    }
    if Interruption.hasCome { throw .interrupted }
    guard ending == .exited(0) else {
      throw WorkflowEnd.failure(
        "the seed command `\(seed.command)` failed with exit code \(ending.code)",
        help: "what it printed stands above; it is named in `\(seed.source)`")
    }
    console.sayDone("the database is seeded")
  }
}
