import SchemaModel
import SchemaParser

/// Whether a text can be the name of something.
enum NewName {
  /// Checks that something can be renamed at all.
  static func checkRenameable(_ symbol: Symbol) throws(RenameRefusal) {
    if case .builtInType(let type) = symbol {
      throw RenameRefusal("`\(type.name)` is a built-in type, which can't be renamed")
    }
  }

  /// Checks the form of a new name.
  static func check(
    _ name: String, for symbol: Symbol, in schema: Schema
  ) throws(RenameRefusal) {
    guard !name.isEmpty else { throw RenameRefusal("a name can't be empty") }
    switch symbol {
    case .type(let id):
      try checkIdentifier(name)
      try checkNotBuiltIn(name)
      if schema.kind(of: id) != .compositeType, ReservedNames.contains(name) {
        throw RenameRefusal("`\(name)` is a reserved word of the client's language")
      }
    case .datasource, .generator:
      try checkIdentifier(name)
      try checkNotBuiltIn(name)
    case .field, .enumValue, .builtInType: try checkIdentifier(name)
    case .clientName:
      guard name.utf8.allSatisfy({ isASCIIWord($0) }) else {
        throw RenameRefusal("`\(name)` can hold only the letters `a` to `z`, digits and `_`")
      }
    case .relation, .databaseSchema: try checkText(name)
    case .constraint:
      try checkText(name)
      if let limit = schema.configuration.connector.maximumIdentifierLength,
        name.utf8.count > limit
      {
        throw RenameRefusal(
          "`\(name)` is longer than the \(limit) bytes that a name in the database can have")
      }
    }
  }

  private static func checkNotBuiltIn(_ name: String) throws(RenameRefusal) {
    if ScalarType.allCases.contains(where: { $0.name == name }) {
      throw RenameRefusal("`\(name)` is the name of a built-in type")
    }
  }

  /// Source: section "Naming conventions" of https://www.prisma.io/docs/orm/reference/prisma-schema-reference
  private static func checkIdentifier(_ name: String) throws(RenameRefusal) {
    guard let first = name.unicodeScalars.first, isLetter(first) else {
      throw RenameRefusal("`\(name)` does not begin with a letter, as a name must")
    }
    for scalar in name.unicodeScalars where !isLetter(scalar) && !isDigitOrUnderscore(scalar) {
      throw RenameRefusal(
        "`\(name)` holds `\(scalar)`: after its first letter a name is made of letters, digits and `_`"
      )
    }
  }

  private static func checkText(_ name: String) throws(RenameRefusal) {
    if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      throw RenameRefusal("the name holds a line end or another control character")
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private static func isDigitOrUnderscore(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("0"..."9").contains(scalar)
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
