/// What a database has besides what migrations compare: hazards ask for it, and introspection tells of
/// it or takes it over.
///
/// A schema file has none.
public struct SQLDetails: Sendable {
  /// Those of each table; a table that has nothing special is absent.
  public var tables: [QualifiedName: SQLTableDetails] = [:]
  /// The views, materialized ones too, in byte order of database schema and name.
  public var views: [SQLView] = []
  /// The comments on enums.
  public var enumComments: [QualifiedName: String] = [:]

  public init() {}
}

/// What a table has besides its columns, keys and indexes. Lists are in byte order of names.
public struct SQLTableDetails: Sendable {
  /// The comment on it.
  public var comment: String?
  /// The comments on columns, by their name.
  public var columnComments: [String: String] = [:]
  /// Whether it is divided into partitions.
  public var isPartitioned = false
  /// Whether other tables, not partitions, inherit from it.
  public var hasInheritingTables = false
  /// Whether row-level security is on.
  public var hasRowSecurity = false
  /// The check constraints.
  public var checks: [SQLDefinition] = []
  /// The exclusion constraints.
  public var exclusions: [SQLDefinition] = []
  /// The indexes with an expression among their columns.
  public var expressionIndexes: [SQLDefinition] = []
  /// The triggers, without those that foreign keys are made of.
  public var triggers: [SQLDefinition] = []
  /// The row-level security policies; the text is the command that they are for: `ALL`, `SELECT` ….
  public var policies: [SQLDefinition] = []
  /// The names of the keys, unique constraints and foreign keys that can be deferred.
  public var deferrableConstraints: [String] = []
  /// The columns of indexes with NULL values at the end where PostgreSQL doesn't put them by itself.
  public var nullOrders: [SQLNullOrder] = []
  /// The expressions of generated columns, by the column's name.
  public var generatedColumns: [String: String] = [:]

  public init() {}
}

/// Something with a name, and how PostgreSQL writes it out.
public struct SQLDefinition: Hashable, Sendable {
  public var name: String
  /// As `pg_get_constraintdef` and the like give it.
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A column of an index with an order of NULL values of its own.
public struct SQLNullOrder: Hashable, Sendable {
  public var index: String
  public var column: String

  public init(index: String, column: String) {
    self.index = index
    self.column = column
  }
}

/// A view.
public struct SQLView: Sendable {
  public var name: QualifiedName
  /// Its columns, in order. PostgreSQL takes all of them for nullable.
  public var columns: [SQLColumn] = []
  /// The query, as `pg_get_viewdef` gives it.
  public var definition: String
  public var isMaterialized = false
  /// The comment on it.
  public var comment: String?
  /// The comments on columns, by their name.
  public var columnComments: [String: String] = [:]

  public init(name: QualifiedName, definition: String) {
    self.name = name
    self.definition = definition
  }
}
