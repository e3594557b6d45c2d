/// Writes letters with the 26 of ASCII.
enum LatinLetters {
  /// The letters of ASCII that a letter of the Latin script stands for, without its accents, in its case:
  /// `É` is `E`, `ß` is `ss`; nil for what is no such letter, and empty for an accent alone.
  static func base(of scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII { return scalar.properties.isAlphabetic ? String(scalar) : nil }
    guard let name = scalar.properties.name else { return nil }
    if name.hasPrefix("COMBINING ") { return "" }
    var words = name.split(separator: " ")[...]
    guard words.first == "LATIN", words.count >= 4 else { return nil }
    words = words.dropFirst()
    let isCapital = words.popFirst() == "CAPITAL"
    guard let kind = words.popFirst(), kind == "LETTER" || kind == "LIGATURE",
      let first = words.first
    else { return nil }
    let letters: String? =
      switch first {
      case "SHARP": "ss"
      case "THORN": "th"
      case "ETH": "d"
      case "ENG": "n"
      case "DOTLESS", "LONG", "OPEN": words.dropFirst().first?.lowercased()
      default: first.utf8.count <= 2 ? first.lowercased() : nil
      }
    return isCapital ? letters?.uppercased() : letters
  }

  /// The letters for any letter that has some: German umlauts are spelled out, Cyrillic and Greek are
  /// transcribed; nil where none are known.
  static func transcription(of scalar: Unicode.Scalar) -> String? {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let letters = transcriptions[small] {
      return small == scalar ? letters : capitalized(letters)
    }
    return base(of: scalar)
  }

  private static func capitalized(_ letters: String) -> String {
    letters.prefix(1).uppercased() + letters.dropFirst()
  }

  private static let transcriptions: [Unicode.Scalar: String] = {
    let lists = [
      "ä ae ö oe ü ue € e",
      "а a б b в v г g д d е e ё yo ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х h",
      "ц c ч ch ш sh щ sh ы y э e ю yu я ya ъ - ь - і i ї yi є ye ґ g",
      "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ y φ f χ x",
      "ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for list in lists {
      var words = list.split(separator: " ")[...]
      while let letter = words.popFirst()?.unicodeScalars.first, let text = words.popFirst() {
        table[letter] = text == "-" ? "" : String(text)
      }
    }
    return table
  }()
}
