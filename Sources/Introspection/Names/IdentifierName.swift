import SchemaModel

/// Names of the schema language, made of names of a database.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/models#naming-conventions
enum IdentifierName {
  /// `name` without the characters before its first letter, and with `_` for each other one that the
  /// language doesn't take; nil when nothing is left.
  static func sanitized(_ name: String) -> String? {
    var result = ""
    for scalar in name.unicodeScalars {
      if result.isEmpty {
        if isLetter(scalar) { result.unicodeScalars.append(scalar) }
      } else {
        result.unicodeScalars.append(
          isLetter(scalar) || isDigit(scalar) || scalar == "_" ? scalar : "_")
      }
    }
    return result.isEmpty ? nil : result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// Names that are in use, for finding free ones.
struct UsedNames {
  private var names: Set<String>

  init(_ names: Set<String> = []) { self.names = names }

  mutating func insert(_ name: String) { names.insert(name) }

  /// Takes `name`, or when it is in use the first free one of `name_2`, `name_3` ….
  mutating func take(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
