/// How PostgreSQL can turn the values of a column into those of another type, where Prisma drops the
/// column and makes it anew, or writes a cast that is refused.
///
/// Source: https://www.postgresql.org/docs/current/sql-altertable.html and `pg_cast`.
enum OnlineCast {
  /// PostgreSQL does it by itself.
  case plain
  /// What stands behind `USING`.
  case using(String)

  /// The cast, nil where there is none that keeps the meaning of values.
  ///
  /// - Parameters:
  ///   - column: the column's name, quoted.
  ///   - type: the new type as SQL writes it, `[]` included.
  init?(from old: SQLColumn, to new: SQLColumn, _ change: TypeChange?, column: String, type: String)
  {
    let wasList = old.arity == .list
    let isList = new.arity == .list
    if wasList, !isList, change == .safe || change == .risky {
      self = .plain
      return
    }
    if wasList != isList {
      guard isList, let element = Self.element(old, new, column, String(type.dropLast(2))) else {
        return nil
      }
      self = .using("CASE WHEN \(column) IS NULL THEN '{}' ELSE ARRAY[\(element)] END")
      return
    }
    if change == .safe || change == .risky, !Self.isRefused(old.type.native, new.type.native) {
      self = .plain
      return
    }
    if wasList {
      // Elements are cast by way of their text, where a cast of the whole is asked for.
      guard Self.element(old, new, column, type) != nil else { return nil }
      self = .using("\(column)::text[]::\(type)")
      return
    }
    guard let expression = Self.element(old, new, column, type) else { return nil }
    self = .using(expression)
  }

  /// Casts that Prisma takes for possible, and PostgreSQL makes only when told to.
  private static func isRefused(_ old: SQLNativeType?, _ new: SQLNativeType?) -> Bool {
    guard let old, let new else { return false }
    switch old.name {
    case "Timestamp", "Timestamptz": return new.name == "Timetz" && old.name == "Timestamp"
    case "Citext": return !strings.contains(new.name)
    case "Money": return new.name != "Decimal" && !strings.contains(new.name)
    default: return false
    }
  }

  private static let strings: Set<String> = ["Text", "VarChar", "Char", "Citext"]
  private static let integers: Set<String> = ["SmallInt", "Integer", "BigInt"]
  private static let numbers: Set<String> = [
    "SmallInt", "Integer", "BigInt", "Decimal", "Real", "DoublePrecision",
  ]
  /// Types whose texts are read as they are written.
  private static let readable: Set<String> = [
    "SmallInt", "Integer", "BigInt", "Decimal", "Real", "DoublePrecision", "Boolean", "Uuid",
    "Json",
    "JsonB", "Date", "Time", "Timetz", "Timestamp", "Timestamptz", "Inet", "Money", "Oid", "Xml",
    "Citext", "Bit", "VarBit",
  ]

  /// The expression for one value, nil where there is no cast.
  private static func element(
    _ old: SQLColumn, _ new: SQLColumn, _ column: String, _ type: String
  ) -> String? {
    switch (old.type, new.type) {
    case (.enumeration(let left), .enumeration(let right)):
      return left == right ? column : "\(column)::text::\(type)"
    case (.enumeration, .native(let type)) where strings.contains(type.name):
      return "\(column)::text"
    case (.native(let old), .enumeration) where strings.contains(old.name):
      return "\(column)::text::\(type)"
    case (.native(let old), .native(let new)) where old.isKnown && new.isKnown:
      return native(old, new, column, type)
    default: return nil
    }
  }

  private static func native(
    _ old: SQLNativeType, _ new: SQLNativeType, _ column: String, _ type: String
  ) -> String? {
    // A text that is too long is refused by an assignment, and would be cut by a cast.
    if new.name == "Citext" { return "\(column)::text::citext" }
    if strings.contains(new.name) { return "\(column)::text" }
    if old.name == new.name { return "\(column)::\(type)" }
    if strings.contains(old.name), readable.contains(new.name) { return "\(column)::text::\(type)" }
    switch (old.name, new.name) {
    case (let name, "Boolean") where integers.contains(name): return "\(column) <> 0"
    case ("Boolean", let name) where integers.contains(name): return "\(column)::int::\(type)"
    case (let name, "Money") where numbers.contains(name): return "\(column)::numeric::\(type)"
    case (let name, "Oid") where integers.contains(name): return "\(column)::bigint::oid"
    case ("Timestamp", "Timetz"): return "\(column)::timestamptz::\(type)"
    case ("Money", let name) where numbers.contains(name): return "\(column)::numeric::\(type)"
    case (_, "JsonB"): return "to_jsonb(\(column))"
    case (_, "Json"): return "to_json(\(column))"
    default: return nil
    }
  }
}
