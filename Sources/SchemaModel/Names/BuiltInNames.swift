import SchemaParser

/// The names of the built-in types.
enum BuiltInNames {
  /// The built-in type that is named at `range` of `bytes`, in exact case.
  static func scalar(_ bytes: [UInt8], _ range: TextRange) -> ScalarType? {
    guard range.end <= bytes.count, range.count >= 3, range.count <= 8 else { return nil }
    let candidate: ScalarType
    switch bytes[range.start] {
    case UInt8(ascii: "I"): candidate = .int
    case UInt8(ascii: "F"): candidate = .float
    case UInt8(ascii: "S"): candidate = .string
    case UInt8(ascii: "J"): candidate = .json
    case UInt8(ascii: "B"):
      switch range.count {
      case 6: candidate = .bigInt
      case 7: candidate = .boolean
      default: candidate = .bytes
      }
    case UInt8(ascii: "D"): candidate = range.count == 8 ? .dateTime : .decimal
    default: return nil
    }
    let name = spelling(candidate)
    guard name.utf8CodeUnitCount == range.count else { return nil }
    for index in 0..<range.count where bytes[range.start + index] != name.utf8Start[index] {
      return nil
    }
    return candidate
  }

  /// ``ScalarType/name`` for comparing with bytes.
  private static func spelling(_ type: ScalarType) -> StaticString {
    switch type {
    case .int: "Int"
    case .bigInt: "BigInt"
    case .float: "Float"
    case .decimal: "Decimal"
    case .boolean: "Boolean"
    case .string: "String"
    case .dateTime: "DateTime"
    case .json: "Json"
    case .bytes: "Bytes"
    }
  }

  /// The built-in type of this name in any case.
  static func scalar(ignoringCase text: String) -> ScalarType? {
    let lower = text.lowercased()
    return ScalarType.allCases.first { $0.name.lowercased() == lower }
  }
}

/// Names that a client cannot offer for a model or enum.
///
/// Source: section 2.2 of the language; the words are JavaScript's.
public enum ReservedNames {
  /// Whether a name is one of them, in exact case.
  public static func contains(_ name: String) -> Bool { names.contains(name) }

  private static let names: Set<String> = [
    "PrismaClient", "async", "await", "break", "case", "catch", "class", "const", "continue",
    "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally",
    "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new",
    "null", "package", "private", "protected", "public", "return", "super", "switch", "this",
    "throw", "true", "try", "typeof", "using", "var", "void", "while", "with", "yield",
  ]
}
