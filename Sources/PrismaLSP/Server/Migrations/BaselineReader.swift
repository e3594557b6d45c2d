import Glibc
import Migration
import MigrationHistory
import Postgres
import SchemaIDE
import SchemaModel
import SchemaParser
import Synchronization

/// Reads what migrations start from: a live database, else the migrations folder, replayed.
enum BaselineReader {
  /// The standard way of ``BaselineReading``.
  ///
  /// A database that can't be read is no failure: the migrations are taken then, and it is noted why.
  static func read(_ request: BaselineRequest) async throws(ResponseFailure) -> BaselineAnswer {
    let connector = request.analysis.schema.configuration.connector
    guard let dialect = SQLDialect(connector) else {
      throw ResponseFailure(
        connector == .none
          ? "the schema has no datasource, so it is not known for which database the SQL shall be"
          : "no SQL is made for \(connector.displayName)")
    }
    let project = try MigrationProject(request)
    let profile = request.profile()
    var notes: [String] = []
    if request.source == .database {
      do throws(CommandFailure) {
        if let answer = try await database(project, request, profile) { return answer }
      } catch {
        notes.append("the database was not read: \(error.message)")
        if let help = error.help { notes.append(help) }
      }
    }
    return try migrations(project, dialect, profile, notes)
  }

  // MARK: The database

  /// The structure of the database, with what it says of the statements; nil when none is configured.
  private static func database(
    _ project: MigrationProject, _ request: BaselineRequest, _ profile: SQLProfile
  ) async throws(CommandFailure) -> BaselineAnswer? {
    guard let url = try project.databaseURL() else { return nil }
    let address: ConnectionURL
    do throws(PostgresError) {
      address = try ConnectionURL(url.text)
    } catch {
      throw CommandFailure(error)
    }
    let listed = request.analysis.schema.listedNamespaces
    do throws(PostgresError) {
      let limit = request.settings.databaseTimeout
      let connection = try await Connection.open(address, within: limit)
      let time = timeOfDay()
      let known = catalogues.withLock { $0[address.target] }
      let catalogue = try await connection.catalogue(
        of: listed.isEmpty ? nil : listed, known: known?.catalogue, within: limit)
      catalogues.withLock { catalogues in
        if catalogues.count >= memoryLimit { catalogues.removeAll() }
        catalogues[address.target] = (catalogue, time)
      }
      var baseline = MigrationBaseline(
        structure: catalogue.schema(for: profile), origin: .database(address.target),
        time: time)
      baseline.external = project.external
      var asked: Set<String>?
      var facts: [String: [HazardFact]] = [:]
      let preview = MigrationPreview(
        request.analysis, baseline: baseline, profile: profile,
        renames: request.renames.known(in: baseline.structure))
      if let preview, request.settings.facts != .off {
        let found = try await connection.facts(
          on: preview.plan, mode: request.settings.facts, within: limit)
        facts = found.ofStatements(in: preview)
        asked = Set(preview.statements.map(\.statement.sql))
        baseline.notes += found.gaps
      }
      await connection.close()
      return BaselineAnswer(
        baseline: baseline, profile: profile, facts: facts, asked: asked,
        migrationsFolder: project.migrations)
    } catch {
      let failure = CommandFailure(error)
      // A server that is away for a moment will have what it had.
      guard error.isAboutTheWay, let known = catalogues.withLock({ $0[address.target] }),
        known.catalogue.namespaces == (listed.isEmpty ? [address.schema] : listed)
      else { throw failure }
      var baseline = MigrationBaseline(
        structure: known.catalogue.schema(for: profile), origin: .database(address.target),
        time: known.time,
        notes: ["the database was not read again: \(failure.message)", failure.help].compactMap(
          \.self))
      baseline.isOutOfReach = true
      baseline.external = project.external
      return BaselineAnswer(
        baseline: baseline, profile: profile, migrationsFolder: project.migrations)
    }
  }

  /// What was read last of databases, and when, by their addresses without credentials. No connection is
  /// kept with it, which would stand in the way of who drops the database.
  private static let catalogues = Mutex<[String: (catalogue: Catalogue, time: String)]>([:])

  // MARK: The migrations

  private static func migrations(
    _ project: MigrationProject, _ dialect: SQLDialect, _ profile: SQLProfile,
    _ notes: [String]
  ) throws(ResponseFailure) -> BaselineAnswer {
    guard let folder = project.migrations, !folder.entries.isEmpty else {
      var nothing = MigrationBaseline(
        structure: SQLSchema(dialect: dialect, origin: .empty), origin: .nothing,
        time: timeOfDay(), notes: notes)
      nothing.external = project.external
      return BaselineAnswer(
        baseline: nothing, profile: profile, migrationsFolder: project.migrations)
    }
    guard dialect == .postgresql else {
      throw ResponseFailure(
        "migrations for \(dialect.connector.displayName) can't be replayed without a database")
    }
    let replay = try replayed(folder, dialect, project)
    let doubts = replay.findings.prefix(5).map { finding in
      "\(finding.migration), line \(finding.line): \(finding.message)"
    }
    var baseline = MigrationBaseline(
      structure: replay.schema.known(to: profile),
      origin: .migrations(path: project.shownFolder, count: folder.entries.count),
      time: timeOfDay(), notes: notes + doubts)
    baseline.external = project.external
    return BaselineAnswer(baseline: baseline, profile: profile, migrationsFolder: folder)
  }

  /// The folders that were replayed last, by their paths: only what came since is replayed again.
  private static let memories = Mutex<[String: ReplayMemory]>([:])
  /// So many folders, and databases, are remembered.
  private static let memoryLimit = 8

  private static func replayed(
    _ folder: MigrationsDirectory, _ dialect: SQLDialect, _ project: MigrationProject
  ) throws(ResponseFailure) -> (schema: SQLSchema, findings: [ReplayFinding]) {
    var scripts: [MigrationScript]
    do throws(MigrationsDirectoryError) {
      try folder.check(provider: dialect.connector)
      scripts = try folder.scripts()
    } catch {
      throw ResponseFailure(error.message)
    }
    if let first = project.initialScript { scripts.insert(first, at: 0) }
    var memory = memories.withLock { $0[folder.path] } ?? ReplayMemory()
    do throws(ReplayError) {
      let result = try memory.schema(after: scripts, namespaces: project.namespaces)
      memories.withLock { [memory] memories in
        if memories.count >= memoryLimit { memories.removeAll() }
        memories[folder.path] = memory
      }
      return result
    } catch {
      throw ResponseFailure(error.message)
    }
  }

  /// The time of day, as the user's clock shows it.
  private static func timeOfDay() -> String {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return "" }
    func digits(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))"
  }
}
