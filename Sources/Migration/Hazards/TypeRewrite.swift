/// Whether PostgreSQL writes a table anew when the type of a column changes.
///
/// It does not where the bytes on the disk stay what they are, and no value has to be checked.
///
/// Source: https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
public enum TypeRewrite {
  /// Whether the table is written anew when a column becomes another without `USING`.
  public static func isNeeded(from old: SQLColumn, to new: SQLColumn) -> Bool {
    guard let before = old.type.native, let after = new.type.native, before.isKnown, after.isKnown,
      old.arity != .list, new.arity != .list
    else { return true }
    return !isElided(before, after)
  }

  private static func isElided(_ old: SQLNativeType, _ new: SQLNativeType) -> Bool {
    switch (old.name, new.name) {
    case ("VarChar", "VarChar"):
      guard let length = new.number(0) else { return true }
      return old.number(0).map { $0 <= length } ?? false
    case ("VarChar", "Text"), ("VarChar", "Citext"), ("Text", "Citext"), ("Citext", "Text"):
      return true
    case ("Text", "VarChar"), ("Citext", "VarChar"), ("Xml", "VarChar"):
      return new.arguments.isEmpty
    case ("Xml", "Text"), ("Oid", "Integer"), ("Integer", "Oid"): return true
    case ("Decimal", "Decimal"):
      guard let precision = new.number(0) else { return true }
      guard let oldPrecision = old.number(0) else { return false }
      return precision >= oldPrecision && (new.number(1) ?? 0) == (old.number(1) ?? 0)
    case ("Timestamp", "Timestamp"), ("Timestamptz", "Timestamptz"), ("Time", "Time"),
      ("Timetz", "Timetz"):
      guard let precision = new.number(0), precision < 6 else { return true }
      return old.number(0).map { $0 <= precision } ?? false
    case ("Bit", "VarBit"), ("VarBit", "VarBit"): return new.arguments.isEmpty
    default: return false
    }
  }
}
