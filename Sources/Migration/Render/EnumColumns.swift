/// Where the columns of enums are, so that not all tables are gone through for each enum that is swapped.
struct EnumColumns {
  /// The places of a column.
  struct Place {
    let table: Int
    let column: Int
  }

  /// The columns before that have a default, by their enum, in the order of the tables.
  private(set) var previous: [QualifiedName: [Place]] = [:]
  /// The columns behind, by their enum, in the order of the tables.
  private(set) var next: [QualifiedName: [Place]] = [:]
  private var tables: [QualifiedName: Int] = [:]
  /// The columns behind of the tables that had a column of an enum with a default.
  private var columns: [Int: [String: Int]] = [:]

  /// No columns.
  init() {}

  init(_ plan: Plan) {
    for (index, table) in plan.next.tables.enumerated() {
      tables[table.name] = index
      for (place, column) in table.columns.enumerated() {
        guard let type = column.type.enumeration else { continue }
        next[type, default: []].append(Place(table: index, column: place))
      }
    }
    for (index, table) in plan.previous.tables.enumerated() {
      for (place, column) in table.columns.enumerated() where column.defaultValue != nil {
        guard let type = column.type.enumeration else { continue }
        previous[type, default: []].append(Place(table: index, column: place))
        if let other = tables[table.name], columns[other] == nil {
          let columns = plan.next.tables[other].columns
          self.columns[other] = Dictionary(
            columns.indices.map { (columns[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        }
      }
    }
  }

  /// Whether a table before is there behind.
  func stays(_ table: QualifiedName) -> Bool { tables[table] != nil }

  /// Where a column of a table before is behind, nil when it is gone.
  func place(of column: String, in table: QualifiedName) -> Place? {
    guard let index = tables[table], let place = columns[index]?[column] else { return nil }
    return Place(table: index, column: place)
  }
}

extension Plan {
  /// Whether an enum is swapped for another.
  var swapsEnums: Bool {
    steps.contains {
      if case .alterEnum(_, _, let change) = $0 { !change.removed.isEmpty } else { false }
    }
  }

  /// Whether a column no longer takes its values from a sequence.
  var losesSequences: Bool {
    steps.contains { step in
      guard case .alterTable(let table, _, let changes) = step else { return false }
      return changes.contains { change in
        guard case .alterColumn(let column, _, let change) = change else { return false }
        return change.changesAutoincrement && previous.tables[table].columns[column].isAutoincrement
      }
    }
  }
}

extension SQLSchema {
  /// The sequences that columns take their values from.
  var sequences: Set<String> {
    var names: Set<String> = []
    for table in tables {
      for column in table.columns {
        if case .sequence(let name)? = column.defaultValue { names.insert(name) }
      }
    }
    return names
  }
}
