/// Compares a column with itself in another structure.
struct ColumnDiff {
  let dialect: SQLDialect
  /// Whether the structure behind is that of a schema file.
  let isToSchemaFile: Bool
  /// Whether the rows that partial indexes hold are compared.
  let comparesPredicates: Bool

  /// What changes from one to the other.
  func change(from old: SQLColumn, to new: SQLColumn) -> ColumnChange {
    ColumnChange(
      changesArity: old.arity != new.arity,
      changesDefault: !DefaultComparison.isSame(old, new),
      type: TypeComparison.change(from: old, to: new, dialect),
      changesAutoincrement: old.isAutoincrement != new.isAutoincrement)
  }
}
