/// What becomes of the values of a column when its type changes.
///
/// The table is that of Prisma, not of PostgreSQL, which can cast more and refuses some of it.
public enum TypeComparison {
  /// The change, nil when the types are the same or nothing shall be done.
  public static func change(from old: SQLColumn, to new: SQLColumn) -> TypeChange? {
    switch (old.type, new.type) {
    case (.enumeration(let left), .enumeration(let right)):
      return left == right ? nil : .notCastable
    case (.enumeration, _), (_, .enumeration): return .notCastable
    default: break
    }
    let wasList = old.arity == .list
    let isList = new.arity == .list
    if wasList != isList {
      return wasList ? changeFromList(to: new.type.native) : .notCastable
    }
    switch (old.type, new.type) {
    case (.native(let left), .native(let right)):
      if left.isKnown, right.isKnown {
        return left == right ? nil : NativeTypeChange(from: left, to: right).result
      }
      if !left.isKnown, !right.isKnown { return left == right ? nil : .risky }
      return .risky
    case (.native(let type), .unsupported), (.unsupported, .native(let type)):
      return type.isKnown ? .risky : nil
    default: return nil
    }
  }

  private static func changeFromList(to type: SQLNativeType?) -> TypeChange {
    switch type?.name {
    case "Text": .safe
    case "VarChar": type?.arguments.isEmpty == true ? .safe : .risky
    case "Char": .risky
    default: .notCastable
    }
  }
}

/// A change from one known native type of PostgreSQL to another.
private struct NativeTypeChange {
  let old: SQLNativeType
  let new: SQLNativeType

  init(from old: SQLNativeType, to new: SQLNativeType) {
    self.old = old
    self.new = new
  }

  /// The first argument of the old type, nil without one.
  private var oldLength: Int? { old.number(0) }
  /// The first argument of the new type, nil without one.
  private var length: Int? { new.number(0) }

  var result: TypeChange? {
    switch old.name {
    case "Inet": isOne(of: "Citext", "Text", "VarChar") ? .safe : .notCastable
    case "Money": isOne(of: "Citext", "Text", "VarChar") ? .safe : .risky
    case "Citext": isOne(of: "Text", "VarChar") ? .safe : .risky
    case "Oid": isOne(of: "Text", "VarChar", "BigInt", "Integer") ? .safe : .notCastable
    case "SmallInt":
      isOne(of: "Integer", "BigInt") ? .safe : fromInteger(digits: 3, characters: 4, narrower: [])
    case "Integer":
      isOne(of: "BigInt")
        ? .safe : fromInteger(digits: 10, characters: 11, narrower: ["SmallInt"])
    case "BigInt": fromInteger(digits: 19, characters: 20, narrower: ["SmallInt", "Integer"])
    case "Decimal": fromDecimal
    case "Real":
      isOne(of: "DoublePrecision") ? .safe : fromFloat(characters: 47, narrower: [])
    case "DoublePrecision": fromFloat(characters: 317, narrower: ["Real"])
    case "VarChar": fromVarChar
    case "Char": fromChar
    case "Text":
      isOne(of: "Citext") || isPlain("VarChar")
        ? .safe : isOne(of: "VarChar", "Char") ? .risky : .notCastable
    case "ByteA":
      isOne(of: "Text") || isPlain("VarChar")
        ? .safe : isString(longerThan: 2) ? .risky : .notCastable
    case "Timestamp", "Timestamptz": fromTimestamp
    case "Date":
      isOne(of: "Text", "Timestamp", "Timestamptz") || isPlain("VarChar")
        || isString(longerThan: 27) ? .safe : .notCastable
    case "Time":
      new.name == "Time"
        ? (oldLength == nil || length == nil ? nil : .notCastable)
        : isOne(of: "Text", "Timetz") || isPlain("VarChar") || isString(longerThan: 13)
          ? .safe : .notCastable
    case "Timetz":
      new.name == "Timetz"
        ? (oldLength == nil || length == nil ? nil : .safe)
        : isOne(of: "Text", "Time") || isPlain("VarChar") || isString(longerThan: 18)
          ? .safe : .notCastable
    case "Boolean":
      isOne(of: "Text", "VarChar")
        ? .safe
        : new.name == "Char"
          ? (length ?? 1) > 4 ? .safe : (length ?? 1) == 4 ? .risky : .notCastable
          : .notCastable
    case "Bit": fromBit
    case "VarBit": fromVarBit
    case "Uuid":
      isOne(of: "Text") || isPlain("VarChar") || isString(longerThan: 31) ? .safe : .notCastable
    case "Xml": fromText(to: nil)
    case "Json": fromText(to: "JsonB")
    case "JsonB": fromText(to: "Json")
    default: .notCastable
    }
  }

  private func isOne(of names: String...) -> Bool { names.contains(new.name) }
  /// Whether the new type is `name` without arguments.
  private func isPlain(_ name: String) -> Bool { new.name == name && new.arguments.isEmpty }
  /// Whether the new type is a text with a length of more than `count`; of `Char` it is 1 by itself.
  private func isString(longerThan count: Int) -> Bool {
    switch new.name {
    case "VarChar": length.map { $0 > count } ?? false
    case "Char": (length ?? 1) > count
    default: false
    }
  }
  /// Whether the new type is a text with a length.
  private var isLimitedString: Bool {
    new.name == "Char" || new.name == "VarChar" && length != nil
  }

  private func fromText(to other: String?) -> TypeChange {
    if isOne(of: "Text") || isPlain("VarChar") || new.name == other { return .safe }
    return isOne(of: "VarChar", "Char") ? .risky : .notCastable
  }

  private func fromInteger(digits: Int, characters: Int, narrower: [String]) -> TypeChange {
    if isOne(of: "Real", "DoublePrecision", "Text") || isPlain("VarChar") { return .safe }
    if narrower.contains(new.name) { return .risky }
    if new.name == "Decimal" {
      guard let precision = new.number(0) else { return .safe }
      return precision - (new.number(1) ?? 0) >= digits ? .safe : .risky
    }
    if isLimitedString { return isString(longerThan: characters - 1) ? .safe : .risky }
    return .notCastable
  }

  private func fromFloat(characters: Int, narrower: [String]) -> TypeChange {
    if isOne(of: "Text") || isPlain("VarChar") { return .safe }
    if isOne(of: "SmallInt", "Integer", "BigInt", "Decimal") || narrower.contains(new.name) {
      return .risky
    }
    if isLimitedString { return isString(longerThan: characters - 1) ? .safe : .risky }
    return .notCastable
  }

  private var fromDecimal: TypeChange? {
    let precision = old.number(0)
    let scale = precision == nil ? nil : old.number(1) ?? 0
    switch new.name {
    case "SmallInt", "Integer", "BigInt":
      let digits = new.name == "SmallInt" ? 2 : new.name == "Integer" ? 9 : 18
      guard let precision, scale == 0 else { return .risky }
      return precision <= digits ? .safe : .risky
    case "Decimal":
      guard let newPrecision = new.number(0) else { return .safe }
      let newScale = new.number(1) ?? 0
      guard let precision, let scale else {
        return newPrecision >= 131072 && newScale >= 16383 ? .safe : .risky
      }
      return precision - scale <= newPrecision - newScale && scale <= newScale ? .safe : .risky
    case "Real", "DoublePrecision": return .risky
    case "Text": return .safe
    case "VarChar", "Char":
      if isPlain("VarChar") { return .safe }
      // The sign, and the point where there is one.
      let needed = precision.map { scale == 0 ? $0 + 1 : $0 + 2 } ?? 131073
      return isString(longerThan: needed - 1) ? .safe : .risky
    default: return .notCastable
    }
  }

  private var fromVarChar: TypeChange {
    if isOne(of: "Text") { return .safe }
    guard isOne(of: "VarChar", "Char") else { return .notCastable }
    if isPlain("VarChar") { return .safe }
    guard let oldLength else { return .risky }
    return isString(longerThan: oldLength - 1) ? .safe : .risky
  }

  private var fromChar: TypeChange {
    if isOne(of: "Text") { return .safe }
    guard isOne(of: "VarChar", "Char") else { return .notCastable }
    guard let oldLength, !isPlain("VarChar") else { return .safe }
    return isString(longerThan: oldLength - 1) ? .safe : .risky
  }

  private var fromTimestamp: TypeChange? {
    if new.name == old.name { return oldLength == nil || length == nil ? nil : .safe }
    let characters = old.name == "Timestamp" ? 22 : 27
    return isOne(of: "Text", "Timestamp", "Timestamptz", "Date", "Time", "Timetz")
      || isPlain("VarChar") || isString(longerThan: characters) ? .safe : .notCastable
  }

  private var fromBit: TypeChange {
    guard let oldLength else {
      return isOne(of: "Text", "VarChar", "Char", "VarBit") ? .safe : .notCastable
    }
    if isOne(of: "Text") || isPlain("VarChar") || isPlain("VarBit") { return .safe }
    if new.name == "VarBit" { return (length ?? 0) >= oldLength ? .safe : .notCastable }
    return isString(longerThan: oldLength - 1) ? .safe : .notCastable
  }

  private var fromVarBit: TypeChange {
    if isOne(of: "Text") || isPlain("VarChar") { return .safe }
    guard let oldLength else {
      return isOne(of: "VarChar", "Char", "Bit") ? .risky : .notCastable
    }
    switch new.name {
    case "VarBit": return length.map { $0 > oldLength ? .safe : .notCastable } ?? .safe
    case "Bit": return (length ?? 0) <= oldLength ? .risky : .notCastable
    case "VarChar", "Char": return isString(longerThan: oldLength - 1) ? .safe : .risky
    default: return .notCastable
    }
  }
}
