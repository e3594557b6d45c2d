import Migration

/// What the statements so far have told of tables that later ones deal with.
///
/// It is kept from script to script of a folder, but for what is new in a script alone. Of a script that is
/// looked at alone nothing earlier is known: then names decide, which Prisma makes by a rule.
package struct ScriptKnowledge: Sendable {
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

  /// A `CHECK (column IS NOT NULL)`.
  struct NotNullCheck {
    let column: String
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
  /// What foreign keys refer to.
  var foreignKeys: [Constraint: Name] = [:]
  var notNullChecks: [Constraint: NotNullCheck] = [:]
  /// Keys and unique constraints, whose indexes `DROP INDEX` can't drop.
  var keys: Set<Constraint> = []
  /// The tables of indexes.
  var indexes: [Name: Name] = [:]

  package init() {}

  /// What is new in a script, is old in the next.
  mutating func beginScript() {
    newTables = []
    newTypes = []
    emptyColumns = []
    droppedConstraints = []
  }

  /// The name for messages and locks, nil if the table is new.
  func old(_ table: Name) -> String? { newTables.contains(table) ? nil : table.name }

  /// Whether a valid check says that a column holds no null.
  func isChecked(_ column: String, of table: Name) -> Bool {
    notNullChecks.contains {
      $0.key.table == table && $0.value.isValid && $0.value.column == column
    }
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
    keys = Set(keys.map(renamed))
    foreignKeys = Dictionary(
      foreignKeys.map { (renamed($0.key), renamed($0.value)) }, uniquingKeysWith: { $1 })
    notNullChecks = Dictionary(
      notNullChecks.map { (renamed($0.key), $0.value) }, uniquingKeysWith: { $1 })
    indexes = indexes.mapValues(renamed)
  }
}
