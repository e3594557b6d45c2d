/// A column that gets another type while everybody works on: a new column is kept equal to it by a trigger,
/// filled, and takes its place in a moment.
struct ColumnSwap {
  let old: SQLColumn
  let new: SQLColumn
  /// The name of the new column until it takes the place of the old one.
  let temporary: String
  /// The type of the new column, as SQL writes it.
  let type: String
  /// The value for one of the old column, whose name or variable is given as SQL writes it.
  let value: (String) -> String
  /// What can be wrong with the values.
  var hazards: [Hazard] = []

  /// Whether the same value can become another one in a session with other settings, so that a trigger would
  /// not do the same as a script. Time zones don't count: a trigger keeps that of the script.
  static func dependsOnSession(_ old: SQLType, _ new: SQLType) -> Bool {
    switch (old, new) {
    case (.enumeration, .enumeration): return false
    case (.enumeration, .native(let type)), (.native(let type), .enumeration):
      return !strings.contains(type.name)
    case (.native(let old), .native(let new)):
      guard old.isKnown, new.isKnown else { return true }
      let names = [old.name, new.name]
      return !names.allSatisfy(numbers.contains) && !names.allSatisfy(plainTexts.contains)
        && !names.allSatisfy(times.contains)
    default: return true
    }
  }

  private static let strings: Set<String> = ["Text", "VarChar", "Char", "Citext"]
  private static let numbers: Set<String> = [
    "SmallInt", "Integer", "BigInt", "Decimal", "Real", "DoublePrecision", "Boolean", "Oid",
  ]
  /// Types whose values have one text, whatever the settings.
  private static let plainTexts = strings.union([
    "SmallInt", "Integer", "BigInt", "Decimal", "Boolean", "Oid", "Uuid", "Json", "JsonB", "Bit",
    "VarBit", "Inet", "Xml",
  ])
  private static let times: Set<String> = ["Timestamp", "Timestamptz", "Date", "Time", "Timetz"]
}
