import Glibc
import Migration
import MigrationHistory
import SchemaIDE
import SchemaModel

/// The project around a schema that is edited: its database, and its migrations.
struct MigrationProject: Sendable {
  /// The folder of the migrations, read; empty when there is none yet, nil when the schema is in no file.
  let migrations: MigrationsDirectory?
  /// The same as users see it: its path in the project.
  let shownFolder: String
  /// The database schemas that the datasource lists.
  var namespaces: [String] { request.analysis.schema.listedNamespaces }
  /// What migrations leave alone.
  let external: ExternalNames
  /// What is run on an empty database before them, nil for nothing.
  var initialScript: MigrationScript? { settings?.config?.initialScript }
  private let settings: DatabaseSettings?
  private let request: BaselineRequest

  /// Reads what is in files; no connection is made.
  init(_ request: BaselineRequest) throws(ResponseFailure) {
    self.request = request
    guard let first = request.paths.first, FilePath.isAbsolute(first) else {
      migrations = nil
      shownFolder = ""
      external = ExternalNames()
      settings = nil
      return
    }
    let isFolder = request.paths.count > 1
    let place = SchemaPlace(
      path: isFolder ? request.root : first, isFolder: isFolder, files: request.paths)
    let folder = Self.workingDirectory(of: place)
    let path: String
    do throws(CommandFailure) {
      let project = try DatabaseSettings(
        of: request.analysis.schema, at: place, version: request.version, in: folder,
        process: { name in getenv(name).map { String(cString: $0) } })
      if let named = request.settings.migrationsPath {
        path = FilePath.joined(folder, named)
      } else {
        path = try project.migrationsFolder()
      }
      external = try project.externalNames()
      settings = project
      migrations = try Self.directory(path)
    } catch {
      throw ResponseFailure(error.message)
    }
    shownFolder = FilePath.relative(path, to: folder) ?? path
  }

  private static func directory(
    _ path: String
  ) throws(CommandFailure) -> MigrationsDirectory {
    do throws(MigrationsDirectoryError) {
      return try MigrationsDirectory(reading: path)
    } catch {
      if case .notFound = error { return MigrationsDirectory(emptyAt: path) }
      throw CommandFailure(error.message, code: error.code, help: error.help)
    }
  }

  /// The database of the setting, else of the project; nil when none is configured.
  ///
  /// - Throws: when one is configured in a way that can't be understood.
  func databaseURL() throws(CommandFailure) -> DatabaseURL? {
    if let text = request.settings.databaseURL {
      return try DatabaseURL(
        text, from: "the setting `database.url`",
        for: request.analysis.schema.configuration.connector, code: "P1013")
    }
    return try settings?.url()
  }

  /// The folder that commands are called in: the nearest one around the schema with a configuration file,
  /// a `package.json` or a `pyproject.toml`, or the root of a repository; else the one around `prisma`.
  private static func workingDirectory(of place: SchemaPlace) -> String {
    let folder = place.folder
    let found = FilePath.ancestors(of: folder).first { folder in
      ConfigFile.configuration(in: folder) != nil
        || Files.isFile(FilePath.joined(folder, "package.json"))
        || Files.isFile(FilePath.joined(folder, "pyproject.toml")) || Files.isRepository(folder)
    }
    return found ?? (FilePath.name(of: folder) == "prisma" ? FilePath.folder(of: folder) : folder)
  }
}
