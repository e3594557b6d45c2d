import Migration
import MigrationHistory
import SchemaModel

/// Writes a new migration into the migrations folder.
struct NewMigration {
  /// The name of its folder.
  let name: String
  /// Its script.
  let text: String

  /// The script of a plan, with what it may lose in a comment at its head: it is for other databases too,
  /// so nothing is known of their rows.
  static func text(_ plan: Plan, _ profile: SQLProfile) -> String {
    if plan.steps.isEmpty { return "-- This is an empty migration." }
    let script = SQLScript(plan, profile: profile).text
    let warnings = plan.dataLoss.map { "  - \(Hazard($0.1).message)\n" }
    if warnings.isEmpty { return script }
    // What stands in a comment must not end it.
    let list = warnings.joined(separator: "\n").replacing("*/", with: "* /")
      .replacing("/*", with: "/ *")
    return "/*\n  Warnings:\n\n\(list)\n*/\n\(script)"
  }

  /// Writes it into the migrations folder at `path`, with the lock file where `directory` has none.
  ///
  /// The script is complete before the migration can be seen: its folder is made under another name, and
  /// renamed. So a full disk, or the end of the process, leaves no half of it.
  func write(
    to path: String, _ directory: MigrationsDirectory, for provider: Connector
  ) throws(FileError) {
    let folder = SystemPath(path)
    try FileSystem.makeFolders(folder)
    if directory.lock == nil {
      let lock = folder.appending(MigrationLock.fileName)
      try FileSystem.writeAtomically(Array(MigrationLock.text(for: provider).utf8), to: lock)
    }
    try FileSystem.makeFolder(
      folder.appending(name), holding: MigrationsDirectory.scriptName, Array(text.utf8))
  }
}
