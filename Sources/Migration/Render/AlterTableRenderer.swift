/// Writes the changes of one table: clauses of one `ALTER TABLE`, or of one each in CockroachDB, and the
/// statements around it.
struct AlterTableRenderer {
  private let renderer: PostgreSQLRenderer
  private let before: SQLTable
  private let after: SQLTable
  private var clauses: [String] = []
  private var first: [String] = []
  private var last: [String] = []

  init(_ renderer: PostgreSQLRenderer, _ before: SQLTable, _ after: SQLTable) {
    self.renderer = renderer
    self.before = before
    self.after = after
  }

  /// The namespace is that of the table behind, the name that of the one before.
  private var tableName: String { renderer.name(after.name.with(name: before.name.name)) }

  /// The statements, none when no change needs one.
  func statements(_ changes: [TableChange]) -> [String] {
    var copy = self
    for change in changes { copy.add(change) }
    var statements = copy.first
    if renderer.isCockroachDB {
      statements += copy.clauses.map { "ALTER TABLE \(tableName) \($0)" }
    } else if !copy.clauses.isEmpty {
      statements.append("ALTER TABLE \(tableName) \(copy.clauses.joined(separator: ",\n"))")
    }
    return statements + copy.last
  }

  private mutating func add(_ change: TableChange) {
    switch change {
    case .dropPrimaryKey:
      if let key = before.primaryKey {
        clauses.append("DROP CONSTRAINT \(renderer.quoted(key.name))")
      }
    case .renamePrimaryKey:
      if let old = before.primaryKey, let new = after.primaryKey {
        last.append(
          "ALTER TABLE \(tableName) RENAME CONSTRAINT \(renderer.quoted(old.name)) TO "
            + renderer.quoted(new.name))
      }
    case .dropColumn(let index):
      clauses.append("DROP COLUMN \(renderer.quoted(before.columns[index].name))")
    case .addColumn(let index): addColumn(after.columns[index])
    case .recreateColumn(let index, let other, _):
      clauses.append("DROP COLUMN \(renderer.quoted(before.columns[index].name))")
      addColumn(after.columns[other])
    case .alterColumn(let index, let other, let change):
      alter(before.columns[index], after.columns[other], change)
    case .addPrimaryKey:
      if let key = after.primaryKey {
        let columns = key.columns.map { renderer.quoted($0.name) }.joined(separator: ", ")
        clauses.append("ADD CONSTRAINT \(renderer.quoted(key.name)) PRIMARY KEY (\(columns))")
      }
    }
  }

  private mutating func addColumn(_ column: SQLColumn) {
    clauses.append("ADD COLUMN \(renderer.definition(of: column))")
  }

  private mutating func alter(_ old: SQLColumn, _ new: SQLColumn, _ change: ColumnChange) {
    let column = renderer.quoted(new.name)
    func clause(_ text: String) -> String { "ALTER COLUMN \(column) \(text)" }
    var setsType = change.type != nil
    if change.changesArity {
      if old.arity == .list || new.arity == .list { setsType = true }
      if new.arity == .required { clauses.append(clause("SET NOT NULL")) }
      if new.arity == .nullable { clauses.append(clause("DROP NOT NULL")) }
    }
    if change.changesDefault {
      if let value = renderer.defaultText(of: new) {
        clauses.append(clause("SET DEFAULT \(value)"))
      } else {
        clauses.append(clause("DROP DEFAULT"))
      }
    }
    if change.changesAutoincrement {
      if new.isAutoincrement { gainSequence(new) } else { loseSequence(old) }
    }
    if setsType { clauses.append(clause("SET DATA TYPE \(renderer.type(of: new))")) }
  }

  private mutating func loseSequence(_ old: SQLColumn) {
    clauses.append("ALTER COLUMN \(renderer.quoted(old.name)) DROP DEFAULT")
    guard case .sequence(let name)? = old.defaultValue else { return }
    if !renderer.usedSequences.contains(name) {
      last.append("DROP SEQUENCE \(renderer.quoted(name))")
    }
  }

  private mutating func gainSequence(_ new: SQLColumn) {
    let plain = "\(before.name.name)_\(new.name)_seq".lowercased()
    let table = tableName
    // The schema as it is printed before the table's name, with its point.
    let prefix = table.dropLast(renderer.quoted(before.name.name).count)
    let sequence = prefix + plain
    first.append("CREATE SEQUENCE \(sequence)")
    clauses.append(
      "ALTER COLUMN \(renderer.quoted(new.name)) SET DEFAULT nextval('\(sequence)')")
    last.append("ALTER SEQUENCE \(sequence) OWNED BY \(table).\(renderer.quoted(new.name))")
  }
}
