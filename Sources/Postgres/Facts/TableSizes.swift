import Migration

/// How large tables are, as the catalogue says: nothing is counted.
struct TableSizes {
  private(set) var sizes: [QualifiedName: TableSize] = [:]

  /// Tables as a list for SQL, in the order of their names.
  static func list(_ tables: some Sequence<QualifiedName>) -> String {
    tables.sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }.map {
      "(\(SQLText.literal($0.namespace)), \(SQLText.literal($0.name)))"
    }.joined(separator: ", ")
  }

  /// The question for the rows of the tables of ``list(_:)``.
  static func estimates(of list: String) -> String {
    """
    SELECT n.nspname, c.relname, c.reltuples::bigint, c.relpages::bigint * 8192,
      current_setting('server_version_num')
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE (n.nspname, c.relname) IN (\(list))
    """
  }

  mutating func takeEstimates(_ rows: [ResultTable.Row]) {
    for row in rows {
      let name = QualifiedName(namespace: row.text(0), name: row.text(1))
      // Before PostgreSQL 14 zero may mean that nobody has counted.
      let rows = row.number(2)
      let isKnown =
        rows > 0 || rows == 0 && row.number(4) >= 140000 || rows == 0 && row.number(3) > 0
      sizes[name] = TableSize(table: name, rows: isKnown ? rows : nil)
    }
  }

  /// The question for the size of those tables on the disk.
  static func onDisk(_ list: String) -> String {
    """
    SELECT n.nspname, c.relname, pg_catalog.pg_total_relation_size(c.oid)
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE (n.nspname, c.relname) IN (\(list))
    """
  }

  mutating func takeOnDisk(_ rows: [ResultTable.Row]) {
    for row in rows {
      sizes[QualifiedName(namespace: row.text(0), name: row.text(1))]?.bytes =
        row.value(2).flatMap { Int($0) }
    }
  }
}

extension Connection {
  /// How large those of `tables` are that exist, as far as the catalogue says. Only reads.
  public func sizes(
    of tables: [QualifiedName]
  ) async throws(PostgresError) -> [QualifiedName: TableSize] {
    if tables.isEmpty { return [:] }
    let list = TableSizes.list(tables)
    var sizes = TableSizes()
    sizes.takeEstimates(try await read([TableSizes.estimates(of: list)]).first?.rows ?? [])
    do throws(PostgresError) {
      sizes.takeOnDisk(try await read([TableSizes.onDisk(list)]).first?.rows ?? [])
    } catch {
      // A table that is locked is not measured.
      guard error.isAboutTheQuestion else { throw error }
    }
    return sizes.sizes
  }
}
