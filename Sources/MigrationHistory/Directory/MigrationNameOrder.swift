/// The order in which migrations are applied: that of their names, as a dictionary would have them and not
/// by bytes. `1_a` stands before `10_b`, and `a_y` before `B_x`.
///
/// It follows the root collation of Unicode, which the reference uses: signs, then digits, then letters,
/// regardless of case and accents; only between names that are otherwise alike accents count, and then
/// small letters stand first. Signs and letters other than Latin ones are ordered by their code points,
/// behind all others. Names that begin with 14 digits come out as they would by bytes.
///
/// Source: https://www.unicode.org/reports/tr35/tr35-collation.html#Root_Collation
public enum MigrationNameOrder {
  /// `names` in this order.
  public static func sorted(_ names: [String]) -> [String] {
    names.map { (name: $0, key: Key($0)) }.sorted { $0.key < $1.key }.map(\.name)
  }

  /// What a name is compared by: the parts in turn.
  private struct Key: Comparable {
    var letters: [UInt32] = []
    var accents: [UInt32] = []
    var capitals: [UInt32] = []

    init(_ name: String) {
      for scalar in name.unicodeScalars {
        if let place = MigrationNameOrder.signs.firstIndex(of: scalar) {
          add(UInt32(place) + 1, accent: 0, isCapital: false)
        } else if let base = LatinLetters.base(of: scalar) {
          for letter in base.unicodeScalars {
            let small = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
            add(
              small.value + 0x100, accent: scalar.isASCII ? 0 : scalar.value,
              isCapital: small != letter)
          }
        } else {
          add(scalar.value + 0x10000, accent: 0, isCapital: false)
        }
      }
    }

    private mutating func add(_ letter: UInt32, accent: UInt32, isCapital: Bool) {
      letters.append(letter)
      accents.append(accent)
      capitals.append(isCapital ? 1 : 0)
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.letters != right.letters {
        return left.letters.lexicographicallyPrecedes(right.letters)
      }
      if left.accents != right.accents {
        return left.accents.lexicographicallyPrecedes(right.accents)
      }
      return left.capitals.lexicographicallyPrecedes(right.capitals)
    }
  }

  /// The signs and digits of ASCII.
  private static let signs = Array("\t _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789".unicodeScalars)
}
