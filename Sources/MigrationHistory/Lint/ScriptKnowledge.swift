import Migration

/// What the statements so far have told of tables that later ones deal with.
///
/// It is kept from script to script of a folder, but for what is new in a script alone. Of a script that is
/// looked at alone nothing earlier is known: then names decide, which Prisma makes by a rule, and types are
/// not known.
public struct ScriptKnowledge: Sendable {
  /// A name with its schema, nil for the one that names without schema belong to.
  struct Name: Hashable {
    let namespace: String?
    let name: String

    init(namespace: String?, name: String) {
      self.namespace = namespace == "public" ? nil : namespace
      self.name = name
    }
  }

  /// A constraint of a table.
  struct Constraint: Hashable {
    let table: Name
    let name: String
  }

  /// A `CHECK` that is false where one of some columns is null.
  struct NotNullCheck {
    var columns: Set<String>
    var isValid: Bool
  }

  /// The tables that the script has made: nobody sees them yet.
  var newTables: Set<Name> = []
  /// The types that the script has made.
  var newTypes: Set<Name> = []
  /// Columns that the script has added without a value.
  var emptyColumns: Set<Constraint> = []
  /// Foreign keys that the script has dropped, by their columns: none of their rows is an orphan.
  var droppedConstraints: Set<Constraint> = []
  /// What foreign keys refer to, by table and name.
  var foreignKeys: [Name: [String: Name]] = [:]
  /// By table and name.
  var notNullChecks: [Name: [String: NotNullCheck]] = [:]
  /// The tables of keys and unique constraints, whose indexes `DROP INDEX` can't drop.
  var keys: [Name: Name] = [:]
  /// The tables of all other indexes.
  var indexes: [Name: Name] = [:]
  /// What the statements leave in an empty database, as far as they can be applied to one.
  var replay = Replay()

  public init() {}

  /// What is new in a script, is old in the next.
  mutating func beginScript() {
    newTables = []
    newTypes = []
    emptyColumns = []
    droppedConstraints = []
    replay.endTransaction()
  }

  /// The name for messages and locks, nil if the table is new.
  func old(_ table: Name) -> String? { newTables.contains(table) ? nil : table.name }

  /// Whether a valid check says that a column holds no null.
  func isChecked(_ column: String, of table: Name) -> Bool {
    notNullChecks[table]?.values.contains { $0.isValid && $0.columns.contains(column) } ?? false
  }

  /// A column goes, and with it the checks that speak of it.
  mutating func drop(_ column: String, of table: Name) {
    notNullChecks[table] = notNullChecks[table]?.filter { !$0.value.columns.contains(column) }
    emptyColumns.remove(Constraint(table: table, name: column))
  }

  /// A column gets another name, in the checks that speak of it too.
  mutating func rename(_ column: String, to new: String, of table: Name) {
    notNullChecks[table] = notNullChecks[table]?.mapValues { check in
      NotNullCheck(
        columns: Set(check.columns.map { $0 == column ? new : $0 }), isValid: check.isValid)
    }
    if emptyColumns.remove(Constraint(table: table, name: column)) != nil {
      emptyColumns.insert(Constraint(table: table, name: new))
    }
  }

  /// A table goes.
  mutating func drop(_ table: Name) {
    newTables.remove(table)
    foreignKeys[table] = nil
    notNullChecks[table] = nil
  }

  /// A table gets another name, which from now on stands for what the old one did.
  mutating func rename(_ old: Name, to new: Name) {
    func renamed(_ table: Name) -> Name { table == old ? new : table }
    func renamed(_ constraint: Constraint) -> Constraint {
      Constraint(table: renamed(constraint.table), name: constraint.name)
    }
    newTables = Set(newTables.map(renamed))
    emptyColumns = Set(emptyColumns.map(renamed))
    droppedConstraints = Set(droppedConstraints.map(renamed))
    foreignKeys[new] = foreignKeys.removeValue(forKey: old)
    foreignKeys = foreignKeys.mapValues { $0.mapValues(renamed) }
    notNullChecks[new] = notNullChecks.removeValue(forKey: old)
    keys = keys.mapValues(renamed)
    indexes = indexes.mapValues(renamed)
  }
}
