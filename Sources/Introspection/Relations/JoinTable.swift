import Migration

/// A table that keeps an implicit many-to-many relation: it becomes a list field on both sides.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations
struct JoinTable {
  let name: QualifiedName
  /// The tables that its columns A and B refer to.
  let a: QualifiedName
  let b: QualifiedName

  /// Nil when the table is no such table: it is known by its name, its key over A and B, its index over B
  /// and its two foreign keys, of which the one on A leads to the table whose name stands first.
  init?(_ table: SQLTable) {
    guard table.name.name.hasPrefix("_"), table.columns.count == 2, table.foreignKeys.count == 2,
      let a = table.foreignKeys.first(where: { JoinTable.isColumn("a", $0.columns) }),
      let b = table.foreignKeys.first(where: { JoinTable.isColumn("b", $0.columns) }),
      a.referencedTable.name.utf8.lexicographicallyPrecedes(b.referencedTable.name.utf8)
        || a.referencedTable.name == b.referencedTable.name,
      JoinTable.hasKey(table),
      table.indexes.contains(where: {
        $0.kind == .normal && JoinTable.isColumn("b", $0.columns.map(\.name))
      })
    else { return nil }
    name = table.name
    self.a = a.referencedTable
    self.b = b.referencedTable
  }

  /// The relation's name.
  var relationName: String { String(name.name.dropFirst()) }

  private static func isColumn(_ name: String, _ columns: [String]) -> Bool {
    columns.count == 1 && columns[0].lowercased() == name
  }

  private static func hasKey(_ table: SQLTable) -> Bool {
    var keys = table.indexes.filter { $0.kind == .unique && $0.predicate == nil }.map(\.columns)
    if let key = table.primaryKey { keys.append(key.columns) }
    return keys.contains { $0.map { $0.name.lowercased() } == ["a", "b"] }
  }
}

/// Tables in which Prisma keeps its own records.
enum BookkeepingTables {
  /// Whether a table is one of them, by its name and columns.
  static func contains(_ table: SQLTable) -> Bool {
    guard let columns = columns[table.name.name] else { return false }
    return columns.isSubset(of: table.columns.map(\.name))
  }

  /// The columns of each: that of Prisma Migrate, that of its forerunner, and one of Prisma 1.
  private static let columns: [String: Set<String>] = [
    "_prisma_migrations": [
      "id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at",
      "applied_steps_count",
    ],
    "_Migration": ["revision", "name", "datamodel", "status", "applied", "rolled_back"],
    "_RelayId": ["id", "stableModelIdentifier"],
  ]
}
