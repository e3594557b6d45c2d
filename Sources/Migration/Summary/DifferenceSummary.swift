/// What a plan changes, in the words of a person who looks at the database: by schema, enum and table.
public struct DifferenceSummary: Hashable, Sendable {
  /// Objects of one kind that come or go, or the changes of one object.
  public struct Section: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case changedExtension(String)
      case removedExtensions
      case addedExtensions([String])
      case addedSchemas([String])
      case addedEnums([String])
      case addedTables([String])
      case removedEnums([String])
      case removedTables([String])
      case redefinedTable(String)
      case changedEnum(String, EnumChange)
      case changedTable(String, [Item])
      case renamedTable(String, String)
    }

    public let kind: Kind
  }

  /// A change inside a table.
  public enum Item: Hashable, Sendable {
    case renamedColumn(String, String)
    case addedColumn(String)
    case removedColumn(String)
    case alteredColumn(String, [ColumnDetail])
    case recreatedColumn(String, [ColumnDetail])
    case droppedPrimaryKey([String])
    case renamedPrimaryKey([String])
    case addedPrimaryKey([String])
    case addedIndex([String], isUnique: Bool)
    case removedIndex([String], isUnique: Bool)
    case renamedIndex(String, String)
    case redefinedIndex(String)
    case addedForeignKey([String])
    case removedForeignKey([String])
    case renamedForeignKey(String, String)
  }

  /// What changes in a column.
  public enum ColumnDetail: Hashable, Sendable {
    case arity(SQLColumn.Arity, SQLColumn.Arity)
    /// The defaults, as the reference prints them for its developers.
    case defaultValue(String, String)
    case type
    case autoincrement(Bool)
  }

  /// The sections in their order.
  public private(set) var sections: [Section] = []

  public init(_ plan: Plan) {
    var collector = SummaryCollector(plan: plan)
    for step in plan.steps { collector.add(step) }
    sections = collector.sections
  }
}

/// Sorts the steps of a plan by the object that they change.
private struct SummaryCollector {
  let plan: Plan
  private var extensions: (changed: [String], hasRemoved: Bool, added: [String]) = ([], false, [])
  private var schemas: [String] = []
  private var enums: (added: [String], removed: [String]) = ([], [])
  private var tables: (added: [String], removed: [String]) = ([], [])
  private var redefinedTables: [String] = []
  private var renamedTables: [(String, String)] = []
  private var changedEnums: [(name: QualifiedName, change: EnumChange)] = []
  private var changedTables: [QualifiedName: [DifferenceSummary.Item]] = [:]

  init(plan: Plan) { self.plan = plan }

  private var previous: SQLSchema { plan.previous }
  private var next: SQLSchema { plan.next }

  var sections: [DifferenceSummary.Section] {
    typealias Kind = DifferenceSummary.Section.Kind
    var kinds: [Kind] = extensions.changed.map { .changedExtension($0) }
    if extensions.hasRemoved { kinds.append(.removedExtensions) }
    func add(_ names: [String], _ make: ([String]) -> Kind) {
      if !names.isEmpty { kinds.append(make(names)) }
    }
    add(extensions.added) { .addedExtensions($0) }
    add(schemas) { .addedSchemas($0) }
    add(enums.added) { .addedEnums($0) }
    add(tables.added) { .addedTables($0) }
    add(enums.removed) { .removedEnums($0) }
    add(tables.removed) { .removedTables($0) }
    kinds += redefinedTables.sorted { $0.precedesInBytes($1) }.map { .redefinedTable($0) }
    kinds += renamedTables.map { .renamedTable($0, $1) }
    for (name, change) in changedEnums.sorted(by: { $0.name.precedes($1.name) }) {
      kinds.append(.changedEnum(name.name, change))
    }
    for (name, items) in changedTables.sorted(by: { $0.key.precedes($1.key) }) {
      kinds.append(.changedTable(name.name, items))
    }
    return kinds.map { DifferenceSummary.Section(kind: $0) }
  }

  mutating func add(_ step: Step) {
    switch step {
    case .rename(let rename):
      guard let column = rename.column else {
        renamedTables.append((rename.table.name, rename.newName))
        return
      }
      // Later renames may have given the table another name.
      let table = plan.renames.first { $0.column == nil && $0.table == rename.table }
        .map { rename.table.with(name: $0.newName) }
      changedTables[table ?? rename.table, default: []]
        .append(.renamedColumn(column, rename.newName))
    case .createSchema(let name): schemas.append(name)
    case .dropExtension: extensions.hasRemoved = true
    case .createExtension(let index): extensions.added.append(next.extensions?[index].name ?? "")
    case .alterExtension(let index, _):
      extensions.changed.append(previous.extensions?[index].name ?? "")
    case .createEnum(let index): enums.added.append(next.enums[index].name.name)
    case .dropEnum(let index): enums.removed.append(previous.enums[index].name.name)
    case .alterEnum(_, let index, let change): changedEnums.append((next.enums[index].name, change))
    case .createTable(let index): tables.added.append(next.tables[index].name.name)
    case .dropTable(let index): tables.removed.append(previous.tables[index].name.name)
    case .dropForeignKey(let table, let index):
      let owner = previous.tables[table]
      add(.removedForeignKey(owner.foreignKeys[index].columns), to: owner)
    case .addForeignKey(let table, let index):
      let owner = next.tables[table]
      add(.addedForeignKey(owner.foreignKeys[index].columns), to: owner)
    case .renameForeignKey(let table, let index, let other, let place):
      let owner = next.tables[other]
      add(
        .renamedForeignKey(
          previous.tables[table].foreignKeys[index].name, owner.foreignKeys[place].name), to: owner)
    case .dropIndex(let table, let index):
      let owner = previous.tables[table]
      add(
        .removedIndex(
          owner.indexes[index].columns.map(\.name), isUnique: owner.indexes[index].kind == .unique),
        to: owner)
    case .createIndex(_, let table, let index, _):
      let owner = next.tables[table]
      add(
        .addedIndex(
          owner.indexes[index].columns.map(\.name), isUnique: owner.indexes[index].kind == .unique),
        to: owner)
    case .renameIndex(let table, let index, let other, let place):
      let owner = next.tables[other]
      add(
        .renamedIndex(previous.tables[table].indexes[index].name, owner.indexes[place].name),
        to: owner)
    case .redefineIndex(let table, let index, let other, _):
      add(.redefinedIndex(previous.tables[table].indexes[index].name), to: next.tables[other])
    case .alterTable(let table, let other, let changes):
      for change in changes {
        add(
          item(change, previous.tables[table], next.tables[other]), to: next.tables[other])
      }
    case .alterPrimaryKey(let table, let other):
      for change in [TableChange.dropPrimaryKey, .addPrimaryKey] {
        add(
          item(change, previous.tables[table], next.tables[other]), to: next.tables[other])
      }
    case .redefineTables(let tables):
      redefinedTables += tables.map { next.tables[$0.next].name.name }
    // How a sequence counts is no structure.
    case .alterSequence: break
    }
  }

  private mutating func add(_ item: DifferenceSummary.Item, to table: SQLTable) {
    changedTables[table.name, default: []].append(item)
  }

  private func item(
    _ change: TableChange, _ before: SQLTable, _ after: SQLTable
  ) -> DifferenceSummary.Item {
    func key(_ table: SQLTable) -> [String] { table.primaryKey?.columns.map(\.name) ?? [] }
    switch change {
    case .dropPrimaryKey: return .droppedPrimaryKey(key(before))
    case .renamePrimaryKey: return .renamedPrimaryKey(key(before))
    case .addPrimaryKey: return .addedPrimaryKey(key(after))
    case .dropColumn(let index): return .removedColumn(before.columns[index].name)
    case .addColumn(let index): return .addedColumn(after.columns[index].name)
    case .alterColumn(let index, let other, let change):
      return .alteredColumn(
        after.columns[other].name, details(change, before.columns[index], after.columns[other]))
    case .recreateColumn(let index, let other, let change):
      return .recreatedColumn(
        after.columns[other].name, details(change, before.columns[index], after.columns[other]))
    }
  }

  private func details(
    _ change: ColumnChange, _ old: SQLColumn, _ new: SQLColumn
  ) -> [DifferenceSummary.ColumnDetail] {
    var details: [DifferenceSummary.ColumnDetail] = []
    if change.changesArity { details.append(.arity(old.arity, new.arity)) }
    if change.changesDefault {
      details.append(.defaultValue(debugText(old.defaultValue), debugText(new.defaultValue)))
    }
    if change.type != nil { details.append(.type) }
    if change.changesAutoincrement { details.append(.autoincrement(new.isAutoincrement)) }
    return details
  }
}

extension QualifiedName {
  /// The order of names: by name, then by schema.
  fileprivate func precedes(_ other: QualifiedName) -> Bool {
    name == other.name
      ? namespace.precedesInBytes(other.namespace) : name.precedesInBytes(other.name)
  }
}

// MARK: Defaults as the reference prints them

private func debugText(_ value: SQLDefault?) -> String {
  guard let value else { return "None" }
  switch value {
  case .value(let value): return "Some(Value(\(debugText(value))))"
  case .now: return "Some(Now)"
  case .dbGenerated(let text):
    return "Some(DbGenerated(\(text.map { "Some(\(debugText($0)))" } ?? "None")))"
  case .sequence(let name): return "Some(Sequence(\(debugText(name))))"
  case .uniqueRowID: return "Some(UniqueRowid)"
  }
}

private func debugText(_ value: SQLValue) -> String {
  switch value {
  case .integer(let digits): "Int(\(digits))"
  case .bigInteger(let digits): "BigInt(\(digits))"
  case .decimal(let digits): "Float(BigDecimal(\"\(digits)\"))"
  case .boolean(let value): "Boolean(\(value))"
  case .string(let text): "String(\(debugText(text)))"
  case .enumValue(let text): "Enum(\(debugText(text)))"
  case .json(let text): "Json(\(debugText(text)))"
  case .dateTime(let text): "DateTime(\(TimestampLiteral.rfc3339(of: text)))"
  case .bytes(let bytes): "Bytes([\(bytes.map { String($0) }.joined(separator: ", "))])"
  case .list(let elements): "List([\(elements.map(debugText).joined(separator: ", "))])"
  }
}

/// A text between quotes with the escapes that the reference prints.
private func debugText(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\0": result += "\\0"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
