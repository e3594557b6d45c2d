import MigrationHistory
import SchemaModel

/// A folder of migrations that a command is about.
struct MigrationsSource {
  let directory: MigrationsDirectory
  /// Where it is: absolute.
  private let place: SystemPath

  /// Reads the migrations of a folder.
  ///
  /// - Parameter folder: where relative paths begin.
  init(reading path: SystemPath, in folder: SystemPath) throws(CommandFailure) {
    place = folder.appending(path)
    do throws(MigrationsDirectoryError) {
      directory = try MigrationsDirectory(reading: place.text, shownAs: path.text)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The version of Prisma that the project around the folder asks for, nil where none is named.
  var version: PrismaVersion? { PrismaVersionLookup.projectVersion(from: place.normalized.text) }

  /// Replays the migrations.
  ///
  /// - Parameters:
  ///   - connector: the database of the schema that they stand beside, nil when there is none.
  ///   - first: what is run before them, nil for nothing.
  func replayed(
    for connector: Connector?, behind first: MigrationScript? = nil
  ) throws(CommandFailure) -> Replay {
    let scripts: [MigrationScript]
    do throws(MigrationsDirectoryError) {
      if let connector { try directory.check(provider: connector) }
      scripts = try directory.scripts()
    } catch {
      throw CommandFailure(error)
    }
    let provider = connector?.displayName ?? directory.lock?.provider ?? "postgresql"
    guard Connector(provider: provider) == .postgresql else {
      throw CommandFailure(
        "migrations for `\(provider)` can't be replayed without a database",
        help: "only those for `postgresql` can; a schema file can stand in their place")
    }
    var replay = Replay()
    do throws(ReplayError) {
      try replay.apply((first.map { [$0] } ?? []) + scripts)
    } catch {
      throw CommandFailure(error.message, code: error.code)
    }
    return replay
  }
}

extension CommandFailure {
  /// Why a folder of migrations can't be used.
  init(_ error: MigrationsDirectoryError) {
    self.init(error.message, code: error.code, help: error.help)
  }
}
