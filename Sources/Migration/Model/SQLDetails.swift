/// What a database has besides what migrations compare: hazards ask for it, and introspection tells of
/// it or takes it over.
///
/// A schema file has none.
package struct SQLDetails: Sendable {
  /// Those of each table; a table that has nothing special is absent.
  package var tables: [QualifiedName: SQLTableDetails] = [:]
  /// The views, materialized ones too, in byte order of database schema and name.
  package var views: [SQLView] = []
  /// The comments on enums.
  package var enumComments: [QualifiedName: String] = [:]

  package init() {}
}

/// What a table has besides its columns, keys and indexes. Lists are in byte order of names.
package struct SQLTableDetails: Sendable {
  /// The comment on it.
  package var comment: String?
  /// The comments on columns, by their name.
  package var columnComments: [String: String] = [:]
  /// Whether it is divided into partitions.
  package var isPartitioned = false
  /// Whether other tables, not partitions, inherit from it.
  package var hasInheritingTables = false
  /// Whether row-level security is on.
  package var hasRowSecurity = false
  /// The check constraints.
  package var checks: [SQLDefinition] = []
  /// The exclusion constraints.
  package var exclusions: [SQLDefinition] = []
  /// The indexes with an expression among their columns.
  package var expressionIndexes: [SQLDefinition] = []
  /// The triggers, without those that foreign keys are made of.
  package var triggers: [SQLDefinition] = []
  /// The row-level security policies; the text is the command that they are for: `ALL`, `SELECT` ….
  package var policies: [SQLDefinition] = []
  /// The names of the keys, unique constraints and foreign keys that can be deferred.
  package var deferrableConstraints: [String] = []
  /// The columns of indexes with NULL values at the end where PostgreSQL doesn't put them by itself.
  package var nullOrders: [SQLNullOrder] = []
  /// The expressions of generated columns, by the column's name.
  package var generatedColumns: [String: String] = [:]

  package init() {}
}

/// Something with a name, and how PostgreSQL writes it out.
package struct SQLDefinition: Hashable, Sendable {
  package var name: String
  /// As `pg_get_constraintdef` and the like give it.
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A column of an index with an order of NULL values of its own.
package struct SQLNullOrder: Hashable, Sendable {
  package var index: String
  package var column: String

  package init(index: String, column: String) {
    self.index = index
    self.column = column
  }
}

/// A view.
package struct SQLView: Sendable {
  package var name: QualifiedName
  /// Its columns, in order. PostgreSQL takes all of them for nullable.
  package var columns: [SQLColumn] = []
  /// The query, as `pg_get_viewdef` gives it.
  package var definition: String
  package var isMaterialized = false
  /// The comment on it.
  package var comment: String?
  /// The comments on columns, by their name.
  package var columnComments: [String: String] = [:]

  package init(name: QualifiedName, definition: String) {
    self.name = name
    self.definition = definition
  }
}
