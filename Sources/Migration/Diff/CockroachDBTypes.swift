/// What becomes of the values of a column of CockroachDB when its type changes.
///
/// In place it changes few types: it widens and narrows within a family, and writes scalars as texts.
/// Everything else is dropped and made anew.
///
/// Source: https://www.cockroachlabs.com/docs/stable/alter-table#alter-column-data-types
enum CockroachDBTypes {
  /// The change, nil when the types are the same or nothing shall be done.
  ///
  /// - Parameter isIndexed: whether the column belonged to a key or an index, which stands in the way
  ///   of writing its values anew.
  static func change(from old: SQLColumn, to new: SQLColumn, isIndexed: Bool) -> TypeChange? {
    switch (old.type, new.type) {
    case (.enumeration(let left), .enumeration(let right)) where left == right: return nil
    case (.unsupported, .unsupported): return nil
    case (.native(let left), .native(let right)):
      if (old.arity == .list) != (new.arity == .list) { return .notCastable }
      return left == right ? nil : change(from: left, to: right, isIndexed: isIndexed)
    default: return .notCastable
    }
  }

  private static func change(
    from old: SQLNativeType, to new: SQLNativeType, isIndexed: Bool
  ) -> TypeChange {
    switch (old.name, new.name) {
    case ("Int2", "Int4"), ("Int2", "Int8"), ("Int4", "Int8"), ("Float4", "Float8"): return .safe
    case ("Int4", "Int2"), ("Int8", "Int2"), ("Int8", "Int4"), ("Float8", "Float4"):
      return isIndexed ? .notCastable : .risky
    case ("String", "String"), ("VarBit", "VarBit"), ("Timestamp", "Timestamp"),
      ("Timestamptz", "Timestamptz"), ("Time", "Time"), ("Timetz", "Timetz"):
      if isWider(old.number(0), new.number(0)) { return .safe }
      return isIndexed ? .notCastable : .risky
    case ("Decimal", "Decimal"):
      if isWiderDecimal(old, new) { return .safe }
      return isIndexed ? .notCastable : .risky
    case (_, "String") where new.arguments.isEmpty && !isIndexed: return .safe
    default: return .notCastable
    }
  }

  /// Whether a length or precision leaves room for all that another does; nil is without limit.
  private static func isWider(_ old: Int?, _ new: Int?) -> Bool {
    guard let new else { return true }
    return old.map { $0 <= new } ?? false
  }

  private static func isWiderDecimal(_ old: SQLNativeType, _ new: SQLNativeType) -> Bool {
    guard let precision = new.number(0) else { return true }
    let scale = new.number(1) ?? 0
    let oldScale = old.number(1) ?? 0
    // What is below zero is no type, and nothing is computed with it.
    guard let oldPrecision = old.number(0), min(precision, scale, oldPrecision, oldScale) >= 0
    else {
      return false
    }
    return scale >= oldScale && precision - scale >= oldPrecision - oldScale
  }
}
