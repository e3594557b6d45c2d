import MigrationHistory
import Postgres

/// What a statement that can't be in a transaction has left, as the catalogue shows.
enum LoneEffect: Hashable, Sendable {
  /// It took effect.
  case complete
  /// It did not, or can be run again without harm.
  case none
  /// It failed in the middle and left these indexes, which are not valid: their quoted names.
  case invalidIndexes([String])
  /// The catalogue does not tell.
  case unknown
}

extension Connection {
  /// What `statement` has left. Only reads.
  ///
  /// - Parameter searchPath: the schema of names without one, nil for that of the session.
  func effect(
    of statement: LoneStatement, searchPath: String? = nil
  ) async throws(PostgresError) -> LoneEffect {
    let limits = ReadLimits(searchPath: searchPath)
    func rows(_ sql: String) async throws(PostgresError) -> [ResultTable.Row] {
      try await read([sql], limits: limits).first?.rows ?? []
    }
    func name(_ path: LoneStatement.Path) -> String {
      SQLText.literal(path.map(SQLText.identifier).joined(separator: "."))
    }
    let indexes = """
      SELECT n.nspname, c.relname, i.indisvalid FROM pg_catalog.pg_index i \
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid \
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      """
    switch statement {
    case .createIndex(let index?, let table):
      let found = try await rows(
        "\(indexes) WHERE i.indrelid = pg_catalog.to_regclass(\(name(table))) "
          + "AND c.relname = \(SQLText.literal(index))")
      guard let row = found.first else { return .none }
      return row.last == "t" ? .complete : .invalidIndexes(Self.names(found))
    case .createIndex(nil, _): return .unknown
    case .dropIndex(let index):
      let found = try await rows("SELECT pg_catalog.to_regclass(\(name(index))) IS NULL")
      return found.first?.first == "t" ? .complete : .none
    case .reindex(let relation?):
      // It builds new indexes beside the old ones, and can simply be run again.
      let found = try await rows(
        """
        \(indexes) WHERE NOT i.indisvalid AND c.relname ~ '_ccnew[0-9]*$' \
        AND i.indrelid IN (SELECT coalesce(o.indrelid, r.oid) \
        FROM (SELECT pg_catalog.to_regclass(\(name(relation)))::oid AS oid) r \
        LEFT JOIN pg_catalog.pg_index o ON o.indexrelid = r.oid)
        """)
      return found.isEmpty ? .none : .invalidIndexes(Self.names(found))
    case .reindex(nil), .repeatable: return .none
    case .addValue(let value, let type):
      let found = try await rows(
        "SELECT FROM pg_catalog.pg_enum WHERE enumtypid = pg_catalog.to_regtype(\(name(type))) "
          + "AND enumlabel = \(SQLText.literal(value))")
      return found.isEmpty ? .none : .complete
    case .other: return .unknown
    }
  }

  private static func names(_ rows: [ResultTable.Row]) -> [String] {
    rows.compactMap { row in
      guard row.count > 1, let schema = row[0], let name = row[1] else { return nil }
      return SQLText.identifier(schema, name)
    }
  }
}

extension Connection {
  /// The indexes that a failed attempt has left and that are not valid: their quoted names. The session has
  /// the settings of its script from then on.
  func invalidIndexes(
    of record: MigrationRecord, _ script: MigrationScript?
  ) async -> [String] {
    guard case .statements(let count)? = record.progress, let script else { return [] }
    let parts = ScriptParts(script.bytes, serverVersion: serverVersion, behind: count.done)
    guard parts.isGoingOn(from: count), let lone = parts.parts.first?.lone else { return [] }
    do throws(PostgresError) {
      try await beginScript()
      for range in parts.settings(ofFirst: count.done) { try await execute(parts.text(range)) }
      guard case .invalidIndexes(let names) = try await effect(of: lone) else { return [] }
      return names
    } catch {
      return []
    }
  }
}

extension LoneEffect {
  /// The statements that drop indexes.
  static func drops(_ names: [String]) -> String {
    names.map { "DROP INDEX CONCURRENTLY \($0)" }.joined(separator: "; ")
  }
}
