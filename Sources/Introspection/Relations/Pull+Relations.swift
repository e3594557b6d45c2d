import Migration
import SchemaModel

/// Making relation fields.
///
/// Foreign keys come in the order of the database, table by table; each gives a field to the referencing
/// model and one to the referenced. Relations that only the schema at hand knows follow, and then the
/// many-to-many relations.
extension Pull {
  mutating func relate(_ joinTables: [JoinTable]) {
    let keys = distinctForeignKeys()
    var writer = RelationWriter(self)
    writer.prepare(keys, joinTables, tables)
    for key in keys { writer.write(key, to: &tables, &warnings) }
    writer.keepOthers(in: &tables, &warnings)
    for joinTable in joinTables { writer.write(joinTable, to: &tables) }
  }

  /// The foreign keys between tables that become models; of several from the same columns to the same
  /// table only the first.
  private func distinctForeignKeys() -> [PulledForeignKey] {
    struct Path: Hashable {
      let columns: [String]
      let table: QualifiedName
    }
    var found: [PulledForeignKey] = []
    for (index, table) in tables.enumerated() where table.modelName != nil {
      var seen: Set<Path> = []
      for key in table.foreignKeys
      where seen.insert(Path(columns: key.columns, table: key.referencedTable)).inserted {
        guard let referenced = tableIndex[key.referencedTable],
          tables[referenced].modelName != nil,
          let fields = table.fieldNames(key.columns),
          let references = tables[referenced].fieldNames(key.referencedColumns)
        else { continue }
        found.append(
          PulledForeignKey(
            table: index, referencedTable: referenced, key: key, fields: fields,
            references: references))
      }
    }
    return found
  }
}

/// A foreign key between two tables that become models.
struct PulledForeignKey {
  /// The places in ``Pull/tables``.
  let table: Int
  let referencedTable: Int
  let key: SQLForeignKey
  /// The fields of its columns.
  let fields: [String]
  /// The fields of the columns that it refers to.
  let references: [String]
}

/// Two tables, in either order.
struct TablePair: Hashable {
  let low: Int
  let high: Int

  init(_ first: Int, _ second: Int) {
    low = min(first, second)
    high = max(first, second)
  }
}
