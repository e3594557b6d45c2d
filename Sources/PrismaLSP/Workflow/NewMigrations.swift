import Migration
import MigrationHistory

/// The migrations that make one change, and their files: one, or several where the change is made in steps
/// that stop nobody for long.
struct NewMigrations {
  /// A migration that is not in its folder yet.
  struct Entry {
    /// The name of its folder.
    let name: String
    /// Its script.
    let text: String

    /// The path of its script in the migrations folder.
    var path: String { "\(name)/\(MigrationsDirectory.scriptName)" }
  }

  /// In the order in which they are applied: at least one.
  let entries: [Entry]
  /// The text of the lock file, nil where the folder has one.
  let lock: String?

  /// - Parameters:
  ///   - isOnline: whether they are the parts of an online plan, which is made for PostgreSQL alone.
  ///   - title: what they are called, in words.
  ///   - time: seconds since 1970, UTC.
  init(
    _ plan: Plan, profile: SQLProfile, isOnline: Bool, title: String, time: Int,
    in directory: MigrationsDirectory
  ) {
    var scripts = [(title: title, text: Self.text(plan, profile))]
    if isOnline, plan.next.dialect == .postgresql {
      let parts = OnlinePlan(plan, profile: profile).parts
      if parts.count == 1, let part = parts.first { scripts[0].text = part.sql }
      if parts.count > 1 {
        scripts = parts.map { (title: "\(title)_\($0.name)", text: $0.sql) }
      }
    }
    let names = MigrationName.make(titles: scripts.map(\.title), time: time, in: directory)
    entries = zip(names, scripts).map { Entry(name: $0, text: $1.text) }
    lock = directory.lock == nil ? MigrationLock.text(for: plan.next.dialect.connector) : nil
  }

  /// The script of a plan, with what it may lose in a comment at its head: it is for other databases too,
  /// so nothing is known of their rows.
  private static func text(_ plan: Plan, _ profile: SQLProfile) -> String {
    if plan.steps.isEmpty { return "-- This is an empty migration." }
    let script = SQLScript(plan, profile: profile).text
    let warnings = plan.dataLoss.map { "  - \(Hazard($0.1).message)\n" }
    if warnings.isEmpty { return script }
    // What stands in a comment must not end it.
    let list = warnings.joined(separator: "\n").replacing("*/", with: "* /")
      .replacing("/*", with: "/ *")
    return "/*\n  Warnings:\n\n\(list)\n*/\n\(script)"
  }

  /// All files with their paths in the migrations folder, scripts first.
  var files: [(path: String, text: String)] {
    entries.map { ($0.path, $0.text) } + (lock.map { [(MigrationLock.fileName, $0)] } ?? [])
  }

  /// Writes them into the migrations folder at `path`.
  ///
  /// A script is complete before its migration can be seen: its folder is made under another name, and
  /// renamed. Where one can't be written those before it are taken away again. So a full disk leaves
  /// nothing, and the end of the process whole migrations, of which the next ones go on.
  func write(to path: String) throws(FileError) {
    let folder = SystemPath(path)
    try FileSystem.makeFolders(folder)
    FileSystem.removeLeftovers(in: folder)
    FileSystem.removeLeftovers(in: folder.parent)
    var made: [SystemPath] = []
    do throws(FileError) {
      if let lock {
        let file = folder.appending(MigrationLock.fileName)
        try FileSystem.writeAtomically(Array(lock.utf8), to: file)
        made.append(file)
      }
      for entry in entries {
        let target = folder.appending(entry.name)
        try FileSystem.makeFolder(
          target, holding: MigrationsDirectory.scriptName, Array(entry.text.utf8))
        made += [target, folder.appending(entry.path)]
      }
    } catch {
      for path in made.reversed() { FileSystem.takeAway(path) }
      throw error
    }
  }
}
