import Postgres

/// Empties a database: its schemas are dropped with all that is in them, and made anew.
struct DatabaseReset {
  let connection: Connection
  /// The schemas that are emptied.
  let namespaces: [String]

  /// Empties it.
  ///
  /// - Throws: P3016 when the user may neither drop the schemas nor what is in them.
  func run() async throws(WorkflowEnd) {
    do throws(PostgresError) {
      try await dropSchemas()
      // It lives in the connection's schema, which need not be one of those.
      try await connection.execute(
        "DROP TABLE IF EXISTS \(MigrationTable(connection: connection).name)")
    } catch {
      guard error.sqlState == "42501" else { throw WorkflowEnd(error) }
      do throws(PostgresError) {
        try await dropContents()
      } catch {
        throw WorkflowEnd.failure(
          "the database can't be emptied: \(error.message)", code: "P3016",
          help: "let the user own the schemas, or drop what is in them by hand")
      }
    }
  }

  private func dropSchemas() async throws(PostgresError) {
    for name in namespaces.map(SQLText.identifier) {
      // Both in one message, which is one transaction: the schema is never missing.
      try await connection.execute("DROP SCHEMA IF EXISTS \(name) CASCADE; CREATE SCHEMA \(name)")
    }
    try await connection.prepareSchema()
  }

  /// Drops all that a user can drop who does not own the schemas.
  private func dropContents() async throws(PostgresError) {
    let list = namespaces.map(SQLText.literal).joined(separator: ", ")
    let relations = try await connection.query(
      """
      SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' \
      WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, \
      n.nspname, c.relname FROM pg_catalog.pg_class c \
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      WHERE c.relkind IN ('v', 'm', 'S', 'f', 'r', 'p') AND n.nspname IN (\(list)) \
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_class'::regclass \
      AND d.objid = c.oid AND d.deptype = 'e') ORDER BY c.oid
      """)
    let types = try await connection.query(
      """
      SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname \
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
      WHERE t.typtype IN ('e', 'd') AND n.nspname IN (\(list)) \
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_type'::regclass \
      AND d.objid = t.oid AND d.deptype = 'e') ORDER BY t.oid
      """)
    let statements = (relations.rows + types.rows).compactMap { row -> String? in
      guard row.count == 3, let kind = row[0], let schema = row[1], let name = row[2] else {
        return nil
      }
      return "DROP \(kind) IF EXISTS \(SQLText.identifier(schema, name)) CASCADE"
    }
    if !statements.isEmpty {
      try await connection.execute(statements.joined(separator: ";\n"))
    }
  }
}
