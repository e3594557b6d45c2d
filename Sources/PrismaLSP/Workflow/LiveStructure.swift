import Migration
import MigrationHistory
import Postgres
import SchemaModel

extension WorkflowProject {
  /// The text that scripts of the version have.
  var profile: SQLProfile {
    SQLProfile(version, project: FilePath.folder(of: migrationsPath))
  }

  /// The structure that the schema asks for.
  func target() throws(WorkflowEnd) -> SQLSchema {
    guard let structure = SQLSchema(schema, profile: profile, defaultNamespace: url.schema) else {
      throw WorkflowEnd.failure(
        "SQL can't be made for \(schema.configuration.connector.displayName)")
    }
    return structure
  }

  /// The structure of a database, as far as the version knows of it.
  func structure(of connection: Connection) async throws(WorkflowEnd) -> SQLSchema {
    do throws(PostgresError) {
      return try await connection.catalogue(of: namespaces).schema(for: profile)
    } catch {
      throw WorkflowEnd(error)
    }
  }

  /// The structure that scripts leave, worked out without a database. Extensions are taken to be those of
  /// `live`: some are there from the start, by the choice of the server.
  func structure(of replay: Replay, beside live: SQLSchema) -> SQLSchema {
    var structure = replay.schema(namespaces: schema.listedNamespaces)
    structure.extensions = live.extensions
    return structure
  }

  /// What `plan` would lose, or can't do, for the rows that the database has now. What could not be counted
  /// in time has no count.
  func losses(of plan: Plan, _ connection: Connection) async throws(WorkflowEnd) -> [CountedLoss] {
    do throws(PostgresError) {
      return try await connection.losses(of: plan)
    } catch {
      throw WorkflowEnd(error)
    }
  }
}
