/// Finds the steps that lead from one structure to another.
struct SchemaDiff {
  let previous: SQLSchema
  let next: SQLSchema
  private var steps: [Step] = []

  init(from previous: SQLSchema, to next: SQLSchema) {
    self.previous = previous
    self.next = next
  }

  /// The steps, in no particular order.
  mutating func run() -> [Step] {
    diffEnums()
    diffTables()
    diffNamespaces()
    diffExtensions()
    return steps
  }

  // MARK: Enums

  private mutating func diffEnums() {
    let nextByName = Dictionary(
      next.enums.indices.map { (next.enums[$0].name, $0) }, uniquingKeysWith: { $1 })
    let previousNames = Set(previous.enums.map(\.name))
    for (index, type) in previous.enums.enumerated() {
      guard let other = nextByName[type.name] else {
        steps.append(.dropEnum(previous: index))
        continue
      }
      let before = Set(type.values)
      let after = Set(next.enums[other].values)
      let change = EnumChange(
        added: next.enums[other].values.filter { !before.contains($0) },
        removed: type.values.filter { !after.contains($0) })
      if !change.added.isEmpty || !change.removed.isEmpty {
        steps.append(.alterEnum(previous: index, next: other, change))
      }
    }
    for (index, type) in next.enums.enumerated() where !previousNames.contains(type.name) {
      steps.append(.createEnum(next: index))
    }
  }

  // MARK: Tables

  private mutating func diffTables() {
    let nextByName = Dictionary(
      next.tables.indices.map { (next.tables[$0].name, $0) }, uniquingKeysWith: { $1 })
    var matched: Set<QualifiedName> = []
    var dropped: [Int] = []
    var redefinitions: [TableRedefinition] = []
    for (index, table) in previous.tables.enumerated() where !Self.isIgnored(table.name.name) {
      if let other = nextByName[table.name] {
        matched.insert(table.name)
        let diff = TableDiff(
          previousIndex: index, nextIndex: other, previous: previous, next: next)
        if let redefinition = diff.redefinition {
          redefinitions.append(redefinition)
        } else {
          steps += diff.steps()
        }
      } else {
        dropped.append(index)
        steps.append(.dropTable(previous: index))
        if next.dialect.hasForeignKeysInTable { continue }
        for key in table.foreignKeys.indices {
          steps.append(.dropForeignKey(previousTable: index, previous: key))
        }
      }
    }
    if !redefinitions.isEmpty {
      steps.append(.redefineTables(redefinitions))
      if next.dialect.dropsIndexesBesideRedefinitions {
        for table in dropped {
          for index in previous.tables[table].indexes.indices {
            steps.append(.dropIndex(previousTable: table, previous: index))
          }
        }
      }
    }
    for (index, table) in next.tables.enumerated()
    where nextByName[table.name] == index && !matched.contains(table.name)
      && !Self.isIgnored(table.name.name)
    {
      steps.append(.createTable(next: index))
      for place in table.indexes.indices {
        steps.append(
          .createIndex(previousTable: nil, nextTable: index, next: place, isRestored: false))
      }
      if next.dialect.hasForeignKeysInTable { continue }
      for place in table.foreignKeys.indices {
        steps.append(.addForeignKey(nextTable: index, next: place))
      }
    }
  }

  /// Whether a table belongs to Prisma itself or to PostGIS.
  private static func isIgnored(_ table: String) -> Bool {
    if table == "_prisma_migrations" { return true }
    switch table.lowercased() {
    case "spatial_ref_sys", "geometry_columns", "geography_columns", "raster_columns",
      "raster_overviews":
      return true
    default: return false
    }
  }

  // MARK: Namespaces and extensions

  /// A database schema is created when it holds something, and never dropped.
  private mutating func diffNamespaces() {
    if next.dialect == .sqlite { return }
    var used = Set(next.tables.map(\.name.namespace))
    for table in previous.tables { used.insert(table.name.namespace) }
    for case .createEnum(let index) in steps { used.insert(next.enums[index].name.namespace) }
    let known = Set(previous.namespaces)
    for namespace in next.namespaces where !known.contains(namespace) && used.contains(namespace) {
      steps.append(.createSchema(namespace))
    }
  }

  /// Only a schema file asks for extensions: what a database has besides, such as `plpgsql` from its
  /// start, is no change that leads to it.
  private mutating func diffExtensions() {
    guard next.origin == .schemaFile, let wanted = next.extensions else { return }
    let present = previous.extensions ?? []
    for (index, entry) in wanted.enumerated() {
      guard let other = present.firstIndex(where: { $0.name == entry.name }) else {
        steps.append(.createExtension(next: index))
        continue
      }
      let schema = entry.schema ?? ""
      let version = entry.version ?? ""
      let differs =
        !schema.isEmpty && schema != present[other].schema
        || !version.isEmpty && version != present[other].version
      if !differs { continue }
      if entry.isRelocatable || present[other].isRelocatable {
        steps.append(.alterExtension(previous: other, next: index))
      } else {
        steps.append(.dropExtension(previous: other))
        steps.append(.createExtension(next: index))
      }
    }
  }
}
