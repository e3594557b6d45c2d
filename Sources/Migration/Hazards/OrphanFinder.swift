/// Finds foreign keys on columns that were there before: without one, nothing has kept their rows right.
struct OrphanFinder {
  /// What a foreign key connects.
  private struct Connection: Hashable {
    let columns: [String]
    let referencedTable: QualifiedName
    let referencedColumns: [String]

    init(_ key: SQLForeignKey) {
      columns = key.columns
      referencedTable = key.referencedTable
      referencedColumns = key.referencedColumns
    }
  }

  /// A table before.
  private struct Table {
    let columns: Set<String>
    let connections: Set<Connection>

    init(_ table: SQLTable) {
      columns = Set(table.columns.map(\.name))
      connections = Set(table.foreignKeys.map { Connection($0) })
    }
  }

  private let next: SQLSchema
  /// Those that get a foreign key.
  private let tables: [QualifiedName: Table]

  init(plan: Plan) {
    next = plan.next
    var owners: Set<QualifiedName> = []
    for case .addForeignKey(let table, _) in plan.steps {
      owners.insert(plan.next.tables[table].name)
    }
    var tables: [QualifiedName: Table] = [:]
    if !owners.isEmpty {
      for table in plan.previous.tables where owners.contains(table.name) {
        tables[table.name] = Table(table)
      }
    }
    self.tables = tables
  }

  /// What to say about a step.
  func hazards(of step: Step) -> [Hazard] {
    guard case .addForeignKey(let table, let index) = step else { return [] }
    let owner = next.tables[table]
    let key = owner.foreignKeys[index]
    guard let before = tables[owner.name] else { return [] }
    let isNew = key.columns.contains { !before.columns.contains($0) }
    if isNew || before.connections.contains(Connection(key)) { return [] }
    return [
      .orphans(of: owner.name.name, columns: key.columns, referenced: key.referencedTable.name)
    ]
  }
}
