/// What becomes of the values of a column of SQLite when its type changes.
enum SQLiteTypes {
  /// The change, nil when the types are the same.
  ///
  /// SQLite copies each value as it is, whatever the type of its column, and turns only what looks
  /// like a number into one; so nothing is refused, but a value can be one that the client can't read.
  ///
  /// Source: https://www.sqlite.org/datatype3.html#type_affinity
  static func change(from old: SQLType, to new: SQLType) -> TypeChange? {
    if old == new { return nil }
    switch (old.native?.name, new.native?.name) {
    case (_, "String"), ("Int", "BigInt"), ("Int", "Decimal"), ("Int", "Float"),
      ("BigInt", "Decimal"), ("Float", "Decimal"):
      return .safe
    default: return .risky
    }
  }
}
