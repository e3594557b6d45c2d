import Migration

/// Makes a ``SQLSchema`` of what the catalogue answers.
struct CatalogueReader {
  private let tables: [ResultTable]
  private let url: ConnectionURL

  /// - Parameter tables: the answers to ``CatalogueQuery``, in the order of its cases.
  init(_ tables: [ResultTable], url: ConnectionURL) {
    self.tables = tables
    self.url = url
  }

  /// The state of the catalogue before it was read.
  var fingerprint: String { rows(.fingerprint).first?.text(0) ?? "" }

  /// Throws `outsideReference` when a foreign key leads to a table that was not read.
  func schema() throws(PostgresError) -> SQLSchema {
    let namespaces = rows(.namespaces)
    let isCockroach = namespaces.contains { $0.text(1).hasPrefix("CockroachDB") }
    var schema = SQLSchema(
      dialect: isCockroach ? .cockroachdb : .postgresql, origin: .database,
      defaultNamespace: url.schema)
    schema.namespaces = namespaces.map { $0.text(0) }
    readEnums(into: &schema)
    schema.extensions = rows(.extensions).map { row in
      SQLExtension(
        name: row.text(0), schema: row.text(1), version: row.text(2), isRelocatable: row.flag(3))
    }
    var relations = Relations(rows(.relations))
    readColumns(into: &relations, Set(schema.enums.map(\.name)))
    readIndexes(into: &relations)
    try readConstraints(into: &relations)
    readRest(into: &relations)
    for relation in relations.list {
      switch relation.kind {
      case "v", "m": schema.details.views.append(relation.view)
      default:
        schema.tables.append(relation.table)
        if let details = relation.knownDetails {
          schema.details.tables[relation.table.name] = details
        }
      }
    }
    return schema
  }

  private func rows(_ query: CatalogueQuery) -> [ResultTable.Row] {
    tables.indices.contains(query.rawValue) ? tables[query.rawValue].rows : []
  }

  // MARK: Enums

  /// Each row is a label; those of an enum stand together.
  private func readEnums(into schema: inout SQLSchema) {
    for row in rows(.enums) {
      let name = QualifiedName(namespace: row.text(0), name: row.text(1))
      if schema.enums.last?.name != name {
        schema.enums.append(SQLEnum(name: name, values: []))
      }
      schema.enums[schema.enums.count - 1].values.append(row.text(2))
      if let comment = row.value(3) { schema.details.enumComments[name] = comment }
    }
  }

  // MARK: Columns

  private func readColumns(into relations: inout Relations, _ enums: Set<QualifiedName>) {
    for row in rows(.columns) {
      relations.update(row.number(0)) { relation in
        let name = row.text(2)
        relation.columnNames[row.number(1)] = name
        let isList = row.flag(6)
        let type = columnType(row, enums, isList: isList)
        var column = SQLColumn(
          name: name, type: type, arity: isList ? .list : row.flag(9) ? .required : .nullable)
        if row.flag(11) {
          relation.details.generatedColumns[name] = row.text(12)
        } else if let text = row.value(12) {
          column.defaultValue = SQLDefault(catalogueText: text, type: type, isList: isList)
        }
        column.isAutoincrement = row.flag(10)
        if case .sequence? = column.defaultValue { column.isAutoincrement = true }
        relation.table.columns.append(column)
      }
    }
  }

  private func columnType(
    _ row: ResultTable.Row, _ enums: Set<QualifiedName>, isList: Bool
  ) -> SQLType {
    let name = row.text(3)
    if row.text(4) == "e" {
      let enumeration = QualifiedName(namespace: row.text(5), name: name)
      if enums.contains(enumeration) { return .enumeration(enumeration) }
    }
    return SQLType(
      catalogueName: name, modifier: row.number(7), isArray: isList, text: row.text(8))
  }

  // MARK: Indexes

  private func readIndexes(into relations: inout Relations) {
    var classes: [Int: (name: String, isDefault: Bool)] = [:]
    for row in rows(.operatorClasses) { classes[row.number(0)] = (row.text(1), row.flag(2)) }
    for row in rows(.indexes) {
      relations.update(row.number(0)) { relation in
        let name = row.text(1)
        if let definition = row.value(9) {
          relation.details.expressionIndexes.append(SQLDefinition(name: name, text: definition))
          return
        }
        let method = SQLIndex.Method(rawValue: row.text(4).uppercased())
        let operatorClasses = row.numbers(6)
        let options = row.numbers(7)
        var columns: [SQLIndexColumn] = []
        for (place, number) in row.numbers(5).enumerated() {
          guard let column = relation.columnNames[number] else { return }
          var entry = SQLIndexColumn(name: column)
          if method == .bTree {
            // The first bit tells of DESC, the second of NULLS FIRST, which DESC has by itself.
            let option = place < options.count ? options[place] : 0
            entry.sort = option & 1 == 0 ? .ascending : .descending
            if option == 1 || option == 2 {
              relation.details.nullOrders.append(SQLNullOrder(index: name, column: column))
            }
          } else if place < operatorClasses.count, let known = classes[operatorClasses[place]] {
            // The reference doesn't look at those of B-trees, so that one that is written there makes
            // the index anew each time.
            entry.operatorClass = known.name
            entry.isDefaultOperatorClass = known.isDefault
          }
          columns.append(entry)
        }
        if row.flag(3) {
          relation.table.primaryKey = SQLPrimaryKey(name: name, columns: columns)
        } else {
          relation.table.indexes.append(
            SQLIndex(
              name: name, kind: row.flag(2) ? .unique : .normal, columns: columns,
              method: method ?? .bTree, predicate: row.value(8)))
        }
      }
    }
  }

  // MARK: Constraints

  private func readConstraints(into relations: inout Relations) throws(PostgresError) {
    for row in rows(.constraints) {
      let name = row.text(1)
      if row.text(2) == "f" {
        guard let target = relations.columnNames(row.number(6)) else {
          throw outsideReference(row, relations)
        }
        relations.update(row.number(0)) { relation in
          let columns = row.numbers(3).compactMap { relation.columnNames[$0] }
          let referenced = row.numbers(7).compactMap { target[$0] }
          guard !columns.isEmpty, columns.count == referenced.count else { return }
          relation.table.foreignKeys.append(
            SQLForeignKey(
              name: name, columns: columns,
              referencedTable: QualifiedName(namespace: row.text(5), name: row.text(4)),
              referencedColumns: referenced, onDelete: Self.action(row.text(8)),
              onUpdate: Self.action(row.text(9))))
        }
      }
      relations.update(row.number(0)) { relation in
        let definition = SQLDefinition(name: name, text: row.text(11))
        switch row.text(2) {
        case "c": relation.details.checks.append(definition)
        case "x": relation.details.exclusions.append(definition)
        default: break
        }
        if row.flag(10) { relation.details.deferrableConstraints.append(name) }
      }
    }
  }

  private static func action(_ letter: String) -> SQLForeignKey.Action {
    switch letter {
    case "c": .cascade
    case "r": .restrict
    case "n": .setNull
    case "d": .setDefault
    default: .noAction
    }
  }

  private func outsideReference(_ row: ResultTable.Row, _ relations: Relations) -> PostgresError {
    let table = relations.table(row.number(0)).map { "`\($0.namespace).\($0.name)`" } ?? "a table"
    let target = "\(row.text(5)).\(row.text(4))"
    return PostgresError(
      .outsideReference,
      "the foreign key `\(row.text(1))` of \(table) leads to `\(target)`, whose database schema is not "
        + "read",
      help:
        "name all schemas that belong together: `schemas = [\"\(url.schema)\", \"\(row.text(5))\"]` "
        + "in the datasource")
  }

  // MARK: What else there is

  private func readRest(into relations: inout Relations) {
    for row in rows(.comments) {
      relations.update(row.number(0)) { relation in
        if row.number(1) == 0 {
          relation.details.comment = row.text(2)
        } else if let column = relation.columnNames[row.number(1)] {
          relation.details.columnComments[column] = row.text(2)
        }
      }
    }
    for row in rows(.triggers) {
      relations.update(row.number(0)) { relation in
        relation.details.triggers.append(SQLDefinition(name: row.text(1), text: row.text(2)))
      }
    }
    for row in rows(.policies) {
      relations.update(row.number(0)) { relation in
        relation.details.policies.append(SQLDefinition(name: row.text(1), text: row.text(2)))
      }
    }
  }
}

/// The tables and views while they are put together, found by the numbers that the catalogue gives them.
private struct Relations {
  /// In the order of database schema and name.
  private(set) var list: [Relation]
  private let places: [Int: Int]

  init(_ rows: [ResultTable.Row]) {
    list = rows.map { Relation($0) }
    places = Dictionary(
      rows.enumerated().map { ($1.number(0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func update(_ number: Int, _ change: (inout Relation) -> Void) {
    if let place = places[number] { change(&list[place]) }
  }

  /// The names of a table's columns by their numbers, nil when it was not read.
  func columnNames(_ number: Int) -> [Int: String]? { places[number].map { list[$0].columnNames } }

  func table(_ number: Int) -> QualifiedName? { places[number].map { list[$0].table.name } }
}

/// A table or view.
private struct Relation {
  /// `r`, `p` for a partitioned table, `v`, `m` for a materialized view.
  let kind: String
  let definition: String
  var table: SQLTable
  var details = SQLTableDetails() { didSet { hasDetails = true } }
  private var hasDetails = false
  /// The names of the columns by their numbers.
  var columnNames: [Int: String] = [:]

  init(_ row: ResultTable.Row) {
    kind = row.text(3)
    definition = row.text(6)
    table = SQLTable(name: QualifiedName(namespace: row.text(1), name: row.text(2)))
    let isPartitioned = kind == "p"
    if isPartitioned || row.flag(4) || row.flag(5) {
      details.isPartitioned = isPartitioned
      details.hasRowSecurity = row.flag(4)
      details.hasInheritingTables = row.flag(5)
      hasDetails = true
    }
  }

  /// Nil when there is nothing special.
  var knownDetails: SQLTableDetails? { hasDetails ? details : nil }

  var view: SQLView {
    var view = SQLView(name: table.name, definition: definition)
    view.columns = table.columns
    view.isMaterialized = kind == "m"
    view.comment = details.comment
    view.columnComments = details.columnComments
    return view
  }
}

extension ResultTable.Row {
  /// The value of a column; nil for NULL, and where the answer has no such column.
  func value(_ column: Int) -> String? { indices.contains(column) ? self[column] : nil }
  /// The same with an empty text for NULL.
  func text(_ column: Int) -> String { value(column) ?? "" }
  func flag(_ column: Int) -> Bool { value(column) == "t" }
  /// A whole number, -1 where there is none.
  func number(_ column: Int) -> Int { value(column).flatMap { Int($0) } ?? -1 }
  /// The numbers of `1 2 3` or `{1,2,3}`.
  func numbers(_ column: Int) -> [Int] {
    text(column).split { " {},".contains($0) }.compactMap { Int($0) }
  }
}
