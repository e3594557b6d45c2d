/// Writes steps in the SQL of PostgreSQL or CockroachDB, byte for byte as Prisma does, also where that
/// is wrong.
struct PostgreSQLRenderer: SQLRenderer {
  let plan: Plan
  let profile: SQLProfile
  /// The sequences that columns behind use, where a column loses its own.
  let usedSequences: Set<String>
  /// The columns of enums, where one is swapped.
  let enumColumns: EnumColumns

  init(plan: Plan, profile: SQLProfile) {
    self.plan = plan
    self.profile = profile
    usedSequences = plan.losesSequences ? plan.next.sequences : []
    enumColumns = plan.swapsEnums ? EnumColumns(plan) : EnumColumns()
  }

  var previous: SQLSchema { plan.previous }
  var next: SQLSchema { plan.next }
  /// Whether the SQL is that of CockroachDB.
  var isCockroachDB: Bool { plan.next.dialect == .cockroachdb }

  /// The statements of a step, without semicolons; none when there is nothing to do.
  func statements(of step: Step) -> [String] {
    switch step {
    case .rename(let rename): return [rename.statement(on: name(rename.table))]
    case .createSchema(let name): return ["CREATE SCHEMA IF NOT EXISTS \(quoted(name))"]
    case .dropExtension(let index):
      return ["DROP EXTENSION \(quoted(previous.extensions?[index].name ?? ""))"]
    case .createExtension(let index): return createExtension(next.extensions?[index])
    case .alterExtension(let index, let other):
      return alterExtension(previous.extensions?[index], next.extensions?[other])
    case .createEnum(let index):
      let type = next.enums[index]
      return [createType(type.name, type.values)]
    case .alterEnum(let index, let other, let change):
      return alterEnum(previous: index, next: other, change)
    case .dropEnum(let index): return ["DROP TYPE \(name(previous.enums[index].name))"]
    case .alterSequence(let table, let column, let other, let place):
      return [
        alterSequence(
          of: previous.tables[table].columns[column], next.tables[other].columns[place],
          in: previous.tables[table])
      ]
    case .dropForeignKey(let table, let index):
      let owner = previous.tables[table]
      return [
        "ALTER TABLE \(name(owner.name)) DROP CONSTRAINT \(quoted(owner.foreignKeys[index].name))"
      ]
    case .dropIndex(let table, let index):
      let owner = previous.tables[table]
      return ["DROP INDEX \(name(owner.name.with(name: owner.indexes[index].name)))"]
    case .alterTable(let table, let other, let changes):
      return AlterTableRenderer(self, previous.tables[table], next.tables[other])
        .statements(changes)
    case .alterPrimaryKey(let table, let other):
      return [alterPrimaryKey(previous.tables[table], next.tables[other])]
    case .dropTable(let table): return ["DROP TABLE \(name(previous.tables[table].name))"]
    case .createTable(let table): return [createTable(next.tables[table])]
    case .redefineTables(let tables):
      return tables.flatMap { redefine(previous.tables[$0.previous], next.tables[$0.next]) }
    case .createIndex(_, let table, let index, _):
      return [createIndex(next.tables[table].indexes[index], on: next.tables[table])]
    case .renameForeignKey(let table, let index, let other, let place):
      return [
        "ALTER TABLE \(name(previous.tables[table].name)) RENAME CONSTRAINT "
          + "\(quoted(previous.tables[table].foreignKeys[index].name)) TO "
          + quoted(next.tables[other].foreignKeys[place].name)
      ]
    case .addForeignKey(let table, let index):
      return [addForeignKey(next.tables[table].foreignKeys[index], to: next.tables[table])]
    case .renameIndex(let table, let index, let other, let place):
      let owner = previous.tables[table]
      return [
        "ALTER INDEX \(name(owner.name.with(name: owner.indexes[index].name))) RENAME TO "
          + quoted(next.tables[other].indexes[place].name)
      ]
    case .redefineIndex(let table, let index, let other, let place):
      return statements(of: .dropIndex(previousTable: table, previous: index)) + [
        createIndex(next.tables[other].indexes[place], on: next.tables[other])
      ]
    }
  }

  // MARK: Names

  /// A name with its schema where that is printed.
  func name(_ name: QualifiedName) -> String {
    isPrinted(name) ? "\(quoted(name.namespace)).\(quoted(name.name))" : quoted(name.name)
  }

  private func append(_ name: QualifiedName, to writer: inout SQLWriter) {
    if isPrinted(name) {
      writer.appendQuoted(name.namespace)
      writer.write(".")
    }
    writer.appendQuoted(name.name)
  }

  /// Whether the schema of a name is printed.
  private func isPrinted(_ name: QualifiedName) -> Bool {
    if profile.printsOnlyExplicitSchemas { return name.isExplicit }
    return next.origin != .schemaFile || name.namespace != next.defaultNamespace
  }

  // MARK: Extensions and schemas

  private func createExtension(_ entry: SQLExtension?) -> [String] {
    guard let entry else { return [] }
    var text = "CREATE EXTENSION IF NOT EXISTS \(quoted(entry.name))"
    if entry.schema != nil || entry.version != nil { text += " WITH" }
    if let schema = entry.schema { text += " SCHEMA \(quoted(schema))" }
    if let version = entry.version { text += " VERSION \(quoted(version))" }
    return [text]
  }

  private func alterExtension(_ old: SQLExtension?, _ new: SQLExtension?) -> [String] {
    guard let old, let new else { return [] }
    var statements: [String] = []
    if let version = new.version, !version.isEmpty, version != old.version {
      statements.append("ALTER EXTENSION \(quoted(new.name)) UPDATE TO \(quoted(version))")
    }
    if let schema = new.schema, !schema.isEmpty, schema != old.schema {
      statements.append("ALTER EXTENSION \(quoted(new.name)) SET SCHEMA \(quoted(schema))")
    }
    return statements
  }

  // MARK: Tables

  private func createTable(_ table: SQLTable) -> String {
    createTable(table, as: table.name)
  }

  /// - Parameter other: the name that the table gets.
  func createTable(_ table: SQLTable, as other: QualifiedName) -> String {
    var writer = SQLWriter(capacity: 64 * (table.columns.count + 2))
    writer.write("CREATE TABLE ")
    append(other, to: &writer)
    writer.write(" (\n")
    for (place, column) in table.columns.enumerated() {
      if place > 0 { writer.write(",\n") }
      appendDefinition(of: column, to: &writer)
    }
    if let key = table.primaryKey {
      writer.write(",\n\n    CONSTRAINT ")
      writer.appendQuoted(key.name)
      writer.write(" PRIMARY KEY (")
      for (place, column) in key.columns.enumerated() {
        if place > 0 { writer.write(",") }
        writer.appendQuoted(column.name)
      }
      writer.write(")")
    }
    writer.write("\n)")
    return writer.text
  }

  /// A column as it is defined, with four blanks before it.
  func definition(of column: SQLColumn) -> String {
    var writer = SQLWriter()
    appendDefinition(of: column, to: &writer)
    return writer.text
  }

  private func appendDefinition(of column: SQLColumn, to writer: inout SQLWriter) {
    writer.write("    ")
    writer.appendQuoted(column.name)
    writer.write(" ")
    appendType(of: column, to: &writer)
    if column.arity == .required { writer.write(" NOT NULL") }
    if let value = defaultText(of: column) {
      writer.write(" DEFAULT ")
      writer.append(value)
    }
    if isCockroachDB, column.isIdentity {
      writer.write(" ")
      writer.append(identity(of: column))
    }
  }

  // MARK: Indexes and foreign keys

  func createIndex(_ index: SQLIndex, on table: SQLTable) -> String {
    index.definition(on: name(table.name))
  }

  func addForeignKey(_ key: SQLForeignKey, to table: SQLTable) -> String {
    var writer = SQLWriter(capacity: 256)
    writer.write("ALTER TABLE ")
    append(table.name, to: &writer)
    writer.write(" ADD CONSTRAINT ")
    writer.appendQuoted(key.name)
    writer.write(" FOREIGN KEY (")
    writer.appendList(key.columns)
    writer.write(") REFERENCES ")
    append(key.referencedTable, to: &writer)
    writer.write("(")
    writer.appendList(key.referencedColumns)
    writer.write(") ")
    key.appendActions(to: &writer)
    return writer.text
  }
}
