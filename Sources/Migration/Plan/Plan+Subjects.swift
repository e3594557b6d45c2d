/// What a step of a plan is about, by its names in the database.
public struct StepSubject: Hashable, Sendable {
  /// What kind of thing bears the name.
  public enum Kind: Hashable, Sendable { case table, enumeration, other }

  /// What kind of thing ``object`` is.
  public let kind: Kind
  /// The table or enum, by its name behind the change, or before it where it goes.
  public let object: QualifiedName
  /// The columns that change, by their names behind the change; those that are in no table any more
  /// are not among them. Empty when the table as a whole is meant.
  public let columns: [String]
  /// The columns that go.
  public let droppedColumns: [String]
  /// Whether the object itself goes.
  public let isDropped: Bool

  public init(
    kind: Kind, object: QualifiedName, columns: [String] = [], droppedColumns: [String] = [],
    isDropped: Bool = false
  ) {
    self.kind = kind
    self.object = object
    self.columns = columns
    self.droppedColumns = droppedColumns
    self.isDropped = isDropped
  }
}

extension Plan {
  /// What each step is about, in the order of the steps.
  public var subjects: [StepSubject] { steps.map(subject) }

  private func subject(of step: Step) -> StepSubject {
    switch step {
    case .createSchema(let name): return other(name)
    case .rename(let rename):
      let table = renames.first { $0.column == nil && $0.table == rename.table }
      return StepSubject(
        kind: .table, object: (table ?? rename).newTable,
        columns: rename.column == nil ? [] : [rename.newName])
    case .dropExtension(let index), .alterExtension(let index, _):
      return other(name(ofExtension: index, in: previous))
    case .createExtension(let index): return other(name(ofExtension: index, in: next))
    case .createEnum(let index), .alterEnum(_, let index, _):
      return StepSubject(
        kind: .enumeration, object: next.enums[index].name, columns: [], droppedColumns: [],
        isDropped: false)
    case .dropEnum(let index):
      return StepSubject(
        kind: .enumeration, object: previous.enums[index].name, columns: [], droppedColumns: [],
        isDropped: true)
    case .dropForeignKey(let table, let key):
      let owner = previous.tables[table]
      return about(owner, owner.foreignKeys[key].columns)
    case .redefineTables(let tables):
      // Where there are several, the step is about none of them alone.
      guard tables.count == 1, let table = tables.first else { return other("") }
      return subject(
        of: table.changes, previous.tables[table.previous], next.tables[table.next])
    case .dropIndex(let table, let index):
      let owner = previous.tables[table]
      return about(owner, owner.indexes[index].columns.map(\.name))
    case .renameIndex(_, _, let table, let index), .createIndex(_, let table, let index, _),
      .redefineIndex(_, _, let table, let index):
      let owner = next.tables[table]
      return about(owner, owner.indexes[index].columns.map(\.name))
    case .renameForeignKey(_, _, let table, let key), .addForeignKey(let table, let key):
      let owner = next.tables[table]
      return about(owner, owner.foreignKeys[key].columns)
    case .createTable(let table): return about(next.tables[table], [])
    case .alterSequence(_, _, let table, let column):
      return about(next.tables[table], [next.tables[table].columns[column].name])
    case .alterPrimaryKey(_, let table):
      return about(next.tables[table], next.tables[table].primaryKey?.columns.map(\.name) ?? [])
    case .dropTable(let table):
      return StepSubject(
        kind: .table, object: previous.tables[table].name, columns: [], droppedColumns: [],
        isDropped: true)
    case .alterTable(let table, let other, let changes):
      return subject(of: changes, previous.tables[table], next.tables[other])
    }
  }

  private func subject(
    of changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) -> StepSubject {
    var columns: [String] = []
    var dropped: [String] = []
    for change in changes {
      switch change {
      case .dropPrimaryKey, .renamePrimaryKey: break
      case .addPrimaryKey: columns += after.primaryKey?.columns.map(\.name) ?? []
      case .dropColumn(let column): dropped.append(before.columns[column].name)
      case .addColumn(let column), .alterColumn(_, let column, _),
        .recreateColumn(_, let column, _):
        columns.append(after.columns[column].name)
      }
    }
    return StepSubject(
      kind: .table, object: after.name, columns: columns, droppedColumns: dropped, isDropped: false)
  }

  private func about(_ table: SQLTable, _ columns: [String]) -> StepSubject {
    StepSubject(
      kind: .table, object: table.name, columns: columns, droppedColumns: [], isDropped: false)
  }

  private func other(_ name: String) -> StepSubject {
    StepSubject(
      kind: .other, object: QualifiedName(namespace: "", name: name), columns: [],
      droppedColumns: [], isDropped: false)
  }

  private func name(ofExtension index: Int, in side: SQLSchema) -> String {
    guard let extensions = side.extensions, extensions.indices.contains(index) else { return "" }
    return extensions[index].name
  }
}
