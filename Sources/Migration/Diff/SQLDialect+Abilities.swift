/// What the databases can change in place, as the comparison asks for it.
extension SQLDialect {
  /// Whether foreign keys only stand in the definition of their table, and come and go with it.
  var hasForeignKeysInTable: Bool { self == .sqlite }

  /// Whether a primary key or a foreign key can be given another name.
  var renamesConstraints: Bool { self != .sqlite }

  /// Whether an index can be given another name.
  var renamesIndexes: Bool { self != .sqlite }

  /// Whether the indexes of a table that goes are dropped before, where other tables are made anew.
  var dropsIndexesBesideRedefinitions: Bool { self == .sqlite }
}
