/// Compares a column with itself in another structure.
enum ColumnDiff {
  /// What changes from one to the other.
  static func change(from old: SQLColumn, to new: SQLColumn) -> ColumnChange {
    ColumnChange(
      changesArity: old.arity != new.arity,
      changesDefault: !DefaultComparison.isSame(old, new),
      type: TypeComparison.change(from: old, to: new),
      changesAutoincrement: old.isAutoincrement != new.isAutoincrement)
  }
}
