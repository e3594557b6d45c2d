import Migration
import MigrationHistory
import Postgres
import SchemaModel

/// What `migrate diff` compares: both sides read, and their schemas checked.
struct MigrateDiffSides {
  private let from: Side
  private let to: Side
  /// The text that scripts have.
  let profile: SQLProfile
  /// The configuration file of the working directory, or the one that is named.
  private let config: ConfigSettings?
  /// What stays as it is.
  private let external: ExternalNames

  private enum Side {
    case empty
    case schema(SchemaCheck, SchemaReport)
    case database(Database)
    case migrations(MigrationsSource)

    var check: SchemaCheck? {
      switch self {
      case .empty, .migrations: nil
      case .schema(let check, _): check
      case .database(let database): database.check
      }
    }
    /// What is wrong with the side's schema; nil when it doesn't matter.
    var report: SchemaReport? { if case .schema(_, let report) = self { report } else { nil } }
    var database: Database? { if case .database(let database) = self { database } else { nil } }
    var migrations: MigrationsSource? {
      if case .migrations(let source) = self { source } else { nil }
    }
  }

  /// A database, and the schema that it was named by, if any.
  private struct Database {
    let url: ConnectionURL
    let check: SchemaCheck?
  }

  /// A plan, with the connection to the database before it, if that is what it starts from, and with what
  /// was not understood of migrations.
  struct LivePlan {
    let plan: Plan
    let connection: Connection?
    let catalogue: Catalogue?
    let findings: [ReplayFinding]
  }

  /// Reads the schemas of both sides, and finds out which databases are meant. No connection is made.
  init(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) {
    guard let from = arguments[MigrateDiffOptions.from],
      let to = arguments[MigrateDiffOptions.to]
    else {
      let missing = arguments[MigrateDiffOptions.from] == nil ? "from" : "to"
      throw CommandFailure(
        "it is not said what to compare \(missing == "from" ? "from" : "with")",
        help:
          "add `--\(missing)-empty`, `--\(missing)-schema PATH`, `--\(missing)-migrations DIR`, "
          + "`--\(missing)-url URL` or `--\(missing)-config`")
    }
    if from == .empty, to == .empty {
      throw CommandFailure(
        "both sides are empty", help: "name a schema on one of them: `--to-schema PATH`")
    }
    self.from = try Self.read(from, arguments, environment)
    self.to = try Self.read(to, arguments, environment)
    let version =
      self.to.check?.version ?? self.from.check?.version ?? arguments.version
      ?? (self.to.migrations ?? self.from.migrations)?.version ?? .seven
    let folder = environment.workingDirectory.normalized.text
    let configPath =
      arguments.config.map { environment.workingDirectory.appending($0).normalized.text }
      ?? ConfigFile.configuration(in: folder)?.path
    config = configPath.flatMap { ConfigSettings(at: $0) }
    external =
      try config?.externalNames(
        for: [self.to, self.from].lazy.compactMap { $0.check?.schema.configuration.connector }
          .first { $0 != .none } ?? .postgresql,
        shownAs: configPath.flatMap { FilePath.relative($0, to: folder) } ?? "") ?? ExternalNames()
    profile =
      arguments[MigrateDiffOptions.profile]
      ?? SQLProfile(version, project: Self.projectFolder([to, from], environment))
  }

  /// Where the lock file of the project is looked for: at the first schema or folder of migrations among
  /// the sides, else in the working directory.
  private static func projectFolder(
    _ sides: [MigrateDiffOptions.Side], _ environment: CommandEnvironment
  ) -> String {
    let paths = sides.compactMap { side in
      switch side {
      case .schema(let path), .migrations(let path): path
      case .empty, .url, .datasource: nil
      }
    }
    // A file has no lock file in it, so there is no need to tell it from a folder.
    let place = environment.workingDirectory.appending(paths.first ?? SystemPath("."))
    return place.normalized.text
  }

  private static func read(
    _ side: MigrateDiffOptions.Side, _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) throws(CommandFailure) -> Side {
    switch side {
    case .empty: return .empty
    case .schema(let path):
      let (check, report) = try checked(path, arguments, environment)
      return .schema(check, report)
    case .migrations(let path):
      return .migrations(
        try MigrationsSource(reading: path, in: environment.workingDirectory))
    case .url(let text):
      let url = try DatabaseURL(
        text, from: "the URL on the command line", for: .postgresql, code: "P1013")
      return .database(Database(url: try connectionURL(url), check: nil))
    case .datasource(let path):
      let schema: SystemPath
      if let named = path ?? arguments.paths.first {
        schema = named
      } else {
        schema = try SchemaLocation.find(arguments, in: environment)
      }
      let (check, _) = try checked(schema, arguments, environment)
      let settings = try check.databaseSettings(config: arguments.config, in: environment)
      let url = try settings.url()
      guard settings.connector == .postgresql || settings.connector == .cockroachdb else {
        throw CommandFailure(
          "the database can be read of PostgreSQL, and the schema is for "
            + settings.connector.displayName)
      }
      return .database(Database(url: try connectionURL(url), check: check))
    }
  }

  private static func checked(
    _ path: SystemPath, _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> (SchemaCheck, SchemaReport) {
    do throws(FileError) {
      let files = try SchemaSources(reading: path, in: environment.workingDirectory)
      var check = SchemaCheck(files, arguments, in: environment)
      let report = check.report()
      return (check, report)
    } catch {
      throw CommandFailure(error.message)
    }
  }

  private static func connectionURL(
    _ url: DatabaseURL
  ) throws(CommandFailure) -> ConnectionURL {
    do throws(PostgresError) {
      return try ConnectionURL(url.text)
    } catch {
      throw CommandFailure(error)
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

  /// The steps from one side to the other. Databases are read now.
  func plan() async throws(CommandFailure) -> LivePlan {
    let before = try await structure(of: from, beside: to)
    let after = try await structure(of: to, beside: from)
    guard let dialect = (after.schema ?? before.schema)?.dialect else {
      throw CommandFailure("both sides are empty")
    }
    if let before = before.schema, let after = after.schema, before.dialect != after.dialect {
      throw CommandFailure(
        "the two sides are for different databases: `\(before.dialect.connector.displayName)` and "
          + "`\(after.dialect.connector.displayName)`",
        help: "a change of the provider needs a new database and a new migrations folder")
    }
    let empty = SQLSchema(dialect: dialect, origin: .empty)
    return LivePlan(
      plan: Plan(
        from: before.schema ?? empty, to: after.schema ?? empty, external: external),
      connection: before.connection, catalogue: before.catalogue,
      findings: before.findings + after.findings)
  }

  /// A side as it is compared.
  private struct Structure {
    var schema: SQLSchema?
    var connection: Connection?
    var catalogue: Catalogue?
    var findings: [ReplayFinding] = []
  }

  private func structure(
    of side: Side, beside other: Side
  ) async throws(CommandFailure) -> Structure {
    switch side {
    case .empty: return Structure()
    case .schema(let check, _): return Structure(schema: try structure(of: check, beside: other))
    case .migrations(let source):
      let connector = other.check?.schema.configuration.connector
      let replay = try source.replayed(
        for: connector == Connector.none ? nil : connector, behind: config?.initialScript)
      let schema = replay.schema(namespaces: other.check?.schema.listedNamespaces ?? [])
      return Structure(schema: schema.known(to: profile), findings: replay.findings)
    case .database(let database):
      // What a schema file on the other side deals with decides what is read.
      let listed = [other.check, database.check].lazy.compactMap { $0?.schema.listedNamespaces }
      do throws(PostgresError) {
        let connection = try await Connection.open(database.url)
        let catalogue = try await connection.catalogue(
          of: listed.first { !$0.isEmpty } ?? [database.url.schema])
        return Structure(
          schema: catalogue.schema(for: profile), connection: connection, catalogue: catalogue)
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  private func structure(
    of check: SchemaCheck, beside other: Side
  ) throws(CommandFailure) -> SQLSchema {
    let connector = check.schema.configuration.connector
    guard
      let structure = SQLSchema(
        check.schema, profile: profile, defaultNamespace: other.database?.url.schema)
    else {
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

extension Schema {
  /// The database schemas that the datasource lists.
  var listedNamespaces: [String] { (configuration.datasource?.schemas ?? []).map(\.value) }
}

extension CommandFailure {
  /// Why something could not be asked of a database.
  init(_ error: PostgresError) {
    let detail = error.server?.detail.map { " (\($0))" } ?? ""
    self.init(error.message + detail, code: error.code, help: error.help)
  }
}
