import Migration
import SchemaModel
import SchemaParser

/// What is known about the schema to be written, before it is written: which tables, views and enums
/// become what, by which names, and how they are related.
struct Pull {
  let database: SQLSchema
  let schema: Schema
  let options: PullOptions
  /// The parts of the schema at hand, by their names in the database.
  let atHand: SchemaAtHand
  /// The tables that become models, in the order of the database, then the views.
  var tables: [PulledTable] = []
  /// The enums, in the order of the database.
  var enums: [PulledEnum] = []
  var warnings = PullWarnings()

  /// The place in ``tables`` of each table and view.
  private(set) var tableIndex: [QualifiedName: Int] = [:]
  /// The place in ``enums`` of each enum.
  private(set) var enumIndex: [QualifiedName: Int] = [:]

  var version: PrismaVersion { schema.configuration.version }
  var connector: Connector { database.dialect.connector }
  /// Whether views are taken over.
  var takesViews: Bool { schema.configuration.hasPreviewFeature("views") }
  /// Whether partial indexes can be written.
  var writesPartialIndexes: Bool { options.profile == .sevenTen }
  /// Whether each model and enum says to which database schema it belongs.
  var writesNamespaces: Bool {
    !(options.namespaces ?? schema.configuration.datasource?.schemas?.map(\.value) ?? []).isEmpty
  }

  init(database: SQLSchema, schema: Schema, options: PullOptions) throws(PullError) {
    self.database = database
    self.schema = schema
    self.options = options
    atHand = SchemaAtHand(
      schema, defaultNamespace: database.defaultNamespace, isEmpty: !options.keepsModels)
    let joinTables = try selectTables()
    nameEverything()
    for index in tables.indices { tables[index].isIgnored = isIgnored(tables[index]) }
    relate(joinTables)
  }

  /// Takes the tables, views and enums that become part of the schema.
  ///
  /// - Returns: the tables of implicit many-to-many relations, which become fields.
  private mutating func selectTables() throws(PullError) -> [JoinTable] {
    var joinTables: [JoinTable] = []
    let known = Set(database.tables.map(\.name))
    for table in database.tables where !BookkeepingTables.contains(table) {
      for key in table.foreignKeys where !known.contains(key.referencedTable) {
        throw .referenceOutside(
          constraint: key.name, table: table.name, referencedTable: key.referencedTable)
      }
      if atHand.models[table.name] == nil, let joinTable = JoinTable(table) {
        joinTables.append(joinTable)
      } else if atHand.joinTables.contains(table.name), table.columns.count == 2 {
        // Without foreign keys, which relation mode `prisma` does without, only the schema tells.
        continue
      } else {
        add(PulledTable(table, details: database.details.tables[table.name], atHand))
      }
    }
    if takesViews {
      // Prisma finds no materialized views, but whoever has written one into the schema keeps it.
      for view in database.details.views
      where !view.isMaterialized || atHand.models[view.name] != nil {
        add(PulledTable(view, atHand))
      }
    }
    for type in database.enums {
      enumIndex[type.name] = enums.count
      enums.append(PulledEnum(type: type, existing: atHand.enums[type.name]))
    }
    if tables.isEmpty, joinTables.isEmpty, enums.isEmpty { throw .emptyDatabase }
    return joinTables
  }

  private mutating func add(_ table: PulledTable) {
    tableIndex[table.name] = tables.count
    tables.append(table)
  }

  // MARK: Identifiers

  /// Whether the client can't handle a model: it was so already, or nothing tells its rows apart.
  private func isIgnored(_ table: PulledTable) -> Bool {
    if table.existing?.isIgnored == true { return true }
    if table.isView, version == .seven { return false }
    return !hasIdentifier(table)
  }

  /// Whether something tells the rows of a model apart: a key of which no column can be NULL, is of an
  /// unsupported type or has lost its field.
  func hasIdentifier(_ table: PulledTable) -> Bool {
    let keys = table.keys + table.viewKeys
    return keys.contains { key in
      !key.isEmpty
        && key.allSatisfy { name in
          guard let column = table.column(named: name), column.name != nil else { return false }
          return column.arity != .nullable && isSupported(column.column.type)
        }
    }
  }

  /// Whether the client can handle columns of a type.
  func isSupported(_ type: SQLType) -> Bool {
    switch type {
    case .native(let type): connector.nativeType(named: type.name) != nil
    case .enumeration(let name): enumIndex[name].map { enums[$0].name != nil } ?? false
    case .unsupported: false
    }
  }
}
