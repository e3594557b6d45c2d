import Migration
import MigrationHistory
import Postgres

/// What `migrate deploy` would do to a database, found out in transactions that can't write.
struct DeployPreview: Sendable {
  /// A migration that would be applied.
  struct Pending: Sendable {
    let name: String
    let script: LintedScripts.Script
    /// What would be sent.
    let parts: ScriptParts
    /// How many of its first statements took effect already.
    let done: Int

    /// The statements that would run, each with the place of its part.
    var statements: [(part: Int, statement: ScriptHazards.Statement)] {
      let start = parts.parts.first?.range.lowerBound ?? script.file.bytes.count
      var part = 0
      return script.hazards.statements.filter { $0.range.lowerBound >= start }.map { statement in
        while part + 1 < parts.parts.count,
          statement.range.lowerBound >= parts.parts[part + 1].range.lowerBound
        {
          part += 1
        }
        return (part, statement)
      }
    }

    /// What is to be told of a statement: that it can't be in a transaction is no trouble where the script is
    /// taken apart.
    func hazards(of statement: ScriptHazards.Statement) -> [Hazard] {
      statement.hazards.filter { $0.code != .notInTransaction || parts.mode != .inParts }
    }
  }

  /// In the order in which they would be applied.
  private(set) var pending: [Pending] = []
  /// How large the tables are that statements lock; one that does not exist yet is absent.
  private(set) var sizes: [String: TableSize] = [:]
  /// Why nothing would be applied, nil where nothing is in the way.
  private(set) var refusal: CommandFailure?
  /// Whether the database would be created.
  private(set) var createsDatabase = false

  /// - Parameter resumes: whether migrations that failed would go on.
  init(
    _ project: WorkflowProject, _ scripts: [MigrationScript], _ directory: MigrationsDirectory,
    resumes: Bool
  ) async throws(WorkflowEnd) {
    let connection: Connection?
    do throws(PostgresError) {
      connection = try await Connection.open(project.url)
    } catch {
      guard error.kind == .noSuchDatabase else { throw WorkflowEnd(error) }
      connection = nil
      createsDatabase = true
    }
    let version = await connection?.serverVersion ?? .max
    var diagnosis = MigrationDiagnosis(directory, [])
    var done: [String: Int] = [:]
    if let connection {
      diagnosis = MigrationDiagnosis(
        directory, try await records(connection, project) ?? [])
      do throws(WorkflowEnd) {
        let resumptions = try await Resumption.all(
          diagnosis.failed, scripts, isWanted: resumes, serverVersion: version
        ) { (lone, _, _) async throws(PostgresError) -> LoneEffect in
          try await connection.effect(of: lone, searchPath: project.url.schema)
        }
        for (record, resumption) in resumptions {
          if case .goesOn(_, let count) = resumption { done[record.name] = count }
          if case .startsAnew = resumption { done[record.name] = 0 }
        }
      } catch .failed(let failure) {
        refusal = failure
      }
    }
    add(scripts, Set(diagnosis.pending), done, serverVersion: version)
    if let connection { try await readSizes(connection, project) }
  }

  /// The rows of the table of migrations; nil, and a refusal, where it can't be made.
  private mutating func records(
    _ connection: Connection, _ project: WorkflowProject
  ) async throws(WorkflowEnd) -> [MigrationRecord]? {
    let table = MigrationTable(connection: connection, onlyReads: true)
    do throws(PostgresError) {
      if let records = try await table.records() { return records }
      let others = try await table.otherTables(
        in: project.namespaces, besides: project.external)
      if !others.isEmpty, case .failed(let failure) = MigrationTable.isUnknown(others) {
        refusal = failure
      }
      return nil
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// Looks at all scripts, since the earlier ones tell of the tables of the later ones.
  ///
  /// - Parameter done: those that go on, with the statements that took effect.
  private mutating func add(
    _ scripts: [MigrationScript], _ names: Set<String>, _ done: [String: Int], serverVersion: Int
  ) {
    if names.isEmpty, done.isEmpty { return }
    let major = serverVersion / 10_000
    var knowledge = ScriptKnowledge()
    for script in scripts {
      let hazards = ScriptHazards(
        script.bytes, version: (12...18).contains(major) ? major : nil, knowledge: &knowledge)
      guard names.contains(script.migration) || done[script.migration] != nil else { continue }
      let count = done[script.migration] ?? 0
      let path = SystemPath(script.path)
      let file = SchemaSources.File(
        path: path, relativePath: path.name.text, displayPath: script.path, bytes: script.bytes)
      pending.append(
        Pending(
          name: script.migration,
          script: LintedScripts.Script(
            file: file, hazards: hazards, ignored: IgnoredHazards(in: script.bytes)),
          parts: ScriptParts(
            script.bytes, serverVersion: serverVersion, behind: count == 0 ? nil : count),
          done: count))
    }
  }

  private mutating func readSizes(
    _ connection: Connection, _ project: WorkflowProject
  ) async throws(WorkflowEnd) {
    var names: Set<String> = []
    for migration in pending {
      for (_, statement) in migration.statements { names.formUnion(statement.effect.lockedTables) }
    }
    // The connection's schema is that of names without one.
    let namespaces = [project.url.schema] + project.namespaces.filter { $0 != project.url.schema }
    let tables = names.flatMap { name in
      namespaces.map { QualifiedName(namespace: $0, name: name) }
    }
    do throws(PostgresError) {
      let found = try await connection.sizes(of: tables)
      for table in tables.reversed() { sizes[table.name] = found[table] ?? sizes[table.name] }
    } catch {
      throw WorkflowEnd(error)
    }
  }
}
