import Migration

/// Which values of a column do not fit into another type.
enum CastCondition {
  /// A condition for the values that don't, as SQL, nil where it is not known how to tell.
  ///
  /// - Parameter value: the column, as SQL.
  static func misfit(_ value: String, from old: SQLColumn, to new: SQLColumn) -> String? {
    guard old.arity != .list, new.arity != .list else { return nil }
    if case .enumeration = new.type { return nil }
    guard let before = old.type.native, let after = new.type.native else { return nil }
    let text = "\(value)::text"
    switch after.name {
    case "VarChar", "Char":
      let limit = after.number(0) ?? (after.name == "Char" ? 1 : nil)
      // Blanks at the end are cut off without a complaint.
      return limit.map { "length(rtrim(\(text), ' ')) > \($0)" }
    case "SmallInt": return number(value, before) { "\($0) NOT BETWEEN -32768 AND 32767" }
    case "Integer": return number(value, before) { "\($0) NOT BETWEEN -2147483648 AND 2147483647" }
    case "BigInt":
      return number(value, before) {
        "\($0) NOT BETWEEN -9223372036854775808 AND 9223372036854775807"
      }
    case "Decimal":
      guard let precision = after.number(0) else { return number(value, before) { _ in "false" } }
      let scale = after.number(1) ?? 0
      return number(value, before) {
        "abs(round(\($0), \(scale))) >= power(10::numeric, \(precision - scale))"
      }
    case "Uuid":
      return isText(before)
        ? "\(text) !~* '^\\s*\\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\\}?\\s*$'" : nil
    case "Boolean":
      return isText(before)
        ? "lower(trim(\(text))) NOT IN ('t', 'true', 'f', 'false', 'y', 'yes', 'n', 'no', 'on', 'off', "
          + "'1', '0')" : nil
    default: return nil
    }
  }

  /// The condition on a number, with whatever is no number told apart before.
  private static func number(
    _ value: String, _ type: SQLNativeType, _ condition: (String) -> String
  ) -> String? {
    switch type.name {
    case "SmallInt", "Integer", "BigInt", "Oid", "Decimal":
      return condition("round(\(value)::numeric)")
    case "Real", "DoublePrecision":
      return "\(value)::text IN ('NaN', 'Infinity', '-Infinity') OR "
        + condition("round(\(value)::numeric)")
    case "Text", "VarChar", "Char", "Citext":
      // CASE keeps the cast away from what is no number.
      return "CASE WHEN \(value)::text ~ '^\\s*[-+]?[0-9]+(\\.[0-9]*)?\\s*$' THEN "
        + condition("\(value)::text::numeric") + " ELSE true END"
    default: return nil
    }
  }

  private static func isText(_ type: SQLNativeType) -> Bool {
    ["Text", "VarChar", "Char", "Citext"].contains(type.name)
  }
}
