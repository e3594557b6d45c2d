/// Compares a column with itself in another structure.
enum ColumnDiff {
  /// What changes from one to the other.
  ///
  /// - Parameter isIndexed: whether the column belonged to a key or an index.
  static func change(
    from old: SQLColumn, to new: SQLColumn, isIndexed: Bool, _ dialect: SQLDialect
  ) -> ColumnChange {
    ColumnChange(
      changesArity: old.arity != new.arity,
      changesDefault: !DefaultComparison.isSame(old, new),
      type: typeChange(from: old, to: new, isIndexed: isIndexed, dialect),
      changesAutoincrement: changesAutoincrement(from: old, to: new, dialect))
  }

  private static func typeChange(
    from old: SQLColumn, to new: SQLColumn, isIndexed: Bool, _ dialect: SQLDialect
  ) -> TypeChange? {
    switch dialect {
    case .postgresql: TypeComparison.change(from: old, to: new)
    case .cockroachdb: CockroachDBTypes.change(from: old, to: new, isIndexed: isIndexed)
    case .sqlite: SQLiteTypes.change(from: old.type, to: new.type)
    }
  }

  private static func changesAutoincrement(
    from old: SQLColumn, to new: SQLColumn, _ dialect: SQLDialect
  ) -> Bool {
    switch dialect {
    case .postgresql: old.isAutoincrement != new.isAutoincrement
    // `unique_rowid()` is a default like others, and Prisma never makes or ends an identity.
    case .cockroachdb: false
    // Each lone `INTEGER` key counts up by itself.
    case .sqlite: false
    }
  }
}

extension SQLColumn {
  /// Whether its numbers come from a sequence that belongs to it.
  var isIdentity: Bool { if case .sequence? = defaultValue { true } else { false } }
}
