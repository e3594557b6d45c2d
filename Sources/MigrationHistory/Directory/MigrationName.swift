/// Makes the names of new migrations' folders.
public enum MigrationName {
  /// The longest slug, in characters.
  private static let limit = 200

  /// The end of the year 9999, the last one of four digits, in seconds since 1970.
  private static let lastSecond = 253_402_300_799

  /// The name of a new migration's folder: 14 digits of the time, then `_` and the slug of `title` where
  /// something is left of it.
  ///
  /// - Parameters:
  ///   - time: seconds since 1970, UTC.
  ///   - entries: what is in the folder. Where one of the same second is there, the next free second is
  ///     taken, so that the order is that in which they were made.
  public static func make(title: String, time: Int, in directory: MigrationsDirectory) -> String {
    make(titles: [title], time: time, in: directory).first ?? stamp(time)
  }

  /// The names of several new migrations' folders, a second or more apart, so that they stand in the order
  /// of `titles`.
  public static func make(
    titles: [String], time: Int, in directory: MigrationsDirectory
  ) -> [String] {
    let taken = Set(directory.entries.map { $0.name.prefix(14) })
    var time = min(max(0, time), lastSecond)
    return titles.map { title in
      while time < lastSecond, taken.contains(Substring(stamp(time))) { time += 1 }
      defer { time = min(time + 1, lastSecond) }
      let slug = slug(title)
      return slug.isEmpty ? stamp(time) : "\(stamp(time))_\(slug)"
    }
  }

  /// A title in small letters, digits and single `_` between them; empty where nothing is left.
  public static func slug(_ title: String) -> String {
    var plain = ""
    let scalars = Array(title.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": plain += " and "
      case "'", "\u{2019}":
        if !isContraction(scalars, at: index) { plain += " " }
      default:
        if let letters = LatinLetters.transcription(of: scalar) {
          plain += letters
        } else {
          plain.unicodeScalars.append(scalar)
        }
      }
    }
    let words = separated(Array(plain.utf8)).split { !isLetterOrDigit($0) }
    let joined = Array(words.joined(separator: [UInt8(ascii: "_")])).prefix(limit)
    return String(decoding: joined, as: UTF8.self).lowercased()
  }

  /// Whether the apostrophe at `index` is one of "it's" or "don't" at the end of a word, which leaves no
  /// gap.
  private static func isContraction(_ title: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0, index + 1 < title.count, title[index - 1].properties.isAlphabetic,
      ["s", "t"].contains(title[index + 1])
    else { return false }
    return index + 2 == title.count || title[index + 2].properties.isWhitespace
  }

  /// With a blank between the words of camel case: `fooBar`, `HTTPServer`, `HTTP2`, but `APIs` is one.
  private static func separated(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      let before = index > 0 ? text[index - 1] : 0
      let after = index + 1 < text.count ? text[index + 1] : 0
      let isSecondCapital = index > 1 && isCapital(text[index - 2])
      let begins =
        if isCapital(byte) {
          isSmallOrDigit(before) && (isSmallOrDigit(after) || isCapital(after))
            || isCapital(before) && isSmallOrDigit(after) && after != UInt8(ascii: "s")
              && !isDigit(after)
        } else {
          isDigit(byte) && isCapital(before) && isSecondCapital
        }
      if begins { result.append(UInt8(ascii: " ")) }
      result.append(byte)
    }
    return result
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
  private static func isSmallOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
  }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isCapital(byte) || isSmallOrDigit(byte)
  }

  /// `YYYYMMDDHHMMSS` in UTC.
  ///
  /// The day is found by counting years from March on, so that the leap day is the last of its year. Times
  /// outside of the years 1970 to 9999 are moved into them.
  static func stamp(_ time: Int) -> String {
    let time = min(max(0, time), lastSecond)
    let (days, second) = time.quotientAndRemainder(dividingBy: 86400)
    let sinceMarch = days + 719_468  // since 0000-03-01
    let (era, dayOfEra) = sinceMarch.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return digits(year, 4)
      + [month, day, second / 3600, second / 60 % 60, second % 60].map { digits($0, 2) }.joined()
  }
}
