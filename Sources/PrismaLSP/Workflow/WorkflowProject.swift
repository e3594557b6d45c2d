import Migration
import MigrationHistory
import Postgres
import SchemaModel

/// The project that a command works on: its schema, its database and its migrations folder.
struct WorkflowProject {
  /// The checked schema.
  let check: SchemaCheck
  let settings: DatabaseSettings
  /// The database.
  let url: ConnectionURL
  /// The absolute path of the migrations folder, which need not be there.
  let migrationsPath: String
  /// The same as people are told of it: from the working directory.
  let shownMigrationsPath: String
  /// What migrations leave alone.
  let external: ExternalNames

  var version: PrismaVersion { check.version }
  /// The schema.
  var schema: Schema { check.schema }

  /// The database schemas that migrations are about: those that the datasource lists, else the
  /// connection's own.
  var namespaces: [String] {
    let listed = schema.listedNamespaces
    return listed.isEmpty ? [url.schema] : listed
  }

  /// Finds the project that `arguments` are about.
  ///
  /// - Parameter needsModels: whether the whole schema has to be valid; else its datasource is enough.
  init(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment,
    needsModels: Bool
  ) throws(WorkflowEnd) {
    var (check, report) = try Self.checkedSchema(arguments, environment)
    do throws(CommandFailure) {
      try Self.check(arguments, for: check.version)
    } catch {
      throw .failed(error)
    }
    if needsModels, report.hasErrors { throw .invalidSchema(report) }
    do throws(CommandFailure) {
      settings = try check.databaseSettings(config: arguments.config, in: environment)
      let url = try settings.url(given: arguments.url)
      guard settings.connector == .postgresql else {
        throw CommandFailure(
          "`\(arguments.command.name)` works on PostgreSQL, and the schema is for "
            + settings.connector.displayName)
      }
      do throws(PostgresError) {
        self.url = try ConnectionURL(url.text)
      } catch {
        throw CommandFailure(error)
      }
      migrationsPath = try settings.migrationsFolder()
      external = try settings.externalNames()
    } catch {
      throw .failed(error)
    }
    let folder = environment.workingDirectory.normalized.text
    shownMigrationsPath = FilePath.relative(migrationsPath, to: folder) ?? migrationsPath
    self.check = check
    console.note("\(report.path) · \(self.url.target)")
    report.failure = nil
  }

  /// Refuses what a version doesn't take.
  private static func check(
    _ arguments: CommandLineArguments, for version: PrismaVersion
  ) throws(CommandFailure) {
    let (seed, generate) = (SharedOptions.skipSeed, SharedOptions.skipGenerate)
    guard version == .seven, arguments[seed] || arguments[generate] else { return }
    let (name, verb) = arguments[seed] ? ("--skip-seed", "seeds") : ("--skip-generate", "generates")
    throw CommandFailure(
      "Prisma 7 has no option `\(name)`", help: "leave it out: it never \(verb) by itself")
  }

  /// The schema that `arguments` name or that is found, checked.
  static func checkedSchema(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> (SchemaCheck, SchemaReport) {
    do throws(CommandFailure) {
      let inputs = try SchemaInputs.read(arguments, in: environment)
      guard let input = inputs.first, inputs.count == 1 else {
        throw CommandFailure("a command that works on a database takes one schema")
      }
      let files = try input.files.get()
      var check = SchemaCheck(files, arguments, in: environment)
      let report = check.report()
      return (check, report)
    } catch {
      throw .failed(error)
    }
  }

  // MARK: The migrations folder

  /// The migrations folder as it is now, an empty one where there is none; it is for this schema's
  /// provider.
  func directory() throws(WorkflowEnd) -> MigrationsDirectory {
    do throws(MigrationsDirectoryError) {
      let directory: MigrationsDirectory
      do throws(MigrationsDirectoryError) {
        directory = try MigrationsDirectory(reading: migrationsPath, shownAs: shownMigrationsPath)
      } catch .notFound {
        return MigrationsDirectory(emptyAt: migrationsPath)
      }
      try directory.check(provider: settings.connector)
      return directory
    } catch {
      throw WorkflowEnd(error)
    }
  }

  // MARK: The database

  /// Connects to the database, and makes its schema where it is missing.
  ///
  /// - Parameter creates: whether the database is created where it is missing; then this is said.
  /// - Returns: the connection, and whether the database is new.
  func connect(
    creates: Bool, _ console: Console
  ) async throws(WorkflowEnd) -> (connection: Connection, isNew: Bool) {
    do throws(PostgresError) {
      var isNew = false
      let connection: Connection
      do throws(PostgresError) {
        connection = try await Connection.open(url)
      } catch {
        guard creates, error.kind == .noSuchDatabase else { throw error }
        isNew = try await Connection.createDatabase(url)
        connection = try await Connection.open(url)
        if isNew { console.sayDone("created the database `\(url.database)`") }
      }
      if creates {
        try await connection.prepareSchema()
      } else {
        _ = try await connection.execute(
          "SET search_path = \(SQLText.identifier(url.schema))")
      }
      return (connection, isNew)
    } catch {
      throw WorkflowEnd(error)
    }
  }
}
