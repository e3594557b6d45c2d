/// Finds what a mistyped word was meant to be.
public enum Suggestion {
  /// The one of `candidates` that is nearest to `word`, nil when none is near: two typing errors
  /// are forgiven, in short words one. Of several the first.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let length = word.utf8.count
    return nearest(
      to: word, among: candidates, limit: length <= 4 ? 1 : length <= 12 ? 2 : 3, count: 1
    ).first
  }

  /// Those of `candidates` that are nearest to `word`, the nearest first; of several the first.
  ///
  /// - Parameters:
  ///   - limit: how many typing errors are forgiven.
  ///   - count: how many are wanted.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int, count: Int
  ) -> [String] {
    var comparison = Comparison(word)
    var best: [(name: String, distance: Int)] = []
    for candidate in candidates {
      // Farther than the last of those that are known makes no difference.
      let limit = best.count < count ? limit : (best.last?.distance ?? 0) - 1
      if limit < 0 { break }
      guard let distance = comparison.distance(to: candidate, limit: limit) else { continue }
      let place = best.firstIndex { distance < $0.distance } ?? best.endIndex
      best.insert((candidate, distance), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.name)
  }

  /// Compares a word with others. A schema can have thousands of names, so nothing is allocated for
  /// each of them.
  private struct Comparison {
    /// The word in lower case; what is too long to be mistyped is cut.
    private let word: [UInt8]
    /// Which letters the word has.
    private let letters: UInt64
    /// Three rows of the table, each for one letter more of the word.
    private var before = [Int](repeating: 0, count: Self.longest + 1)
    private var previous = [Int](repeating: 0, count: Self.longest + 1)
    private var current = [Int](repeating: 0, count: Self.longest + 1)

    /// The longest word that is compared, in UTF-8 bytes.
    private static let longest = 96

    init(_ word: String) {
      self.word = word.utf8.prefix(64).map(Self.lowered)
      letters = self.word.reduce(0) { $0 | Self.bit(of: $1) }
    }

    /// The number of letters to insert, delete, replace or swap with their neighbour (optimal string
    /// alignment), in any case; nil when it is above `limit`.
    mutating func distance(to other: String, limit: Int) -> Int? {
      let length = other.utf8.count
      guard abs(length - word.count) <= limit, length <= Self.longest else { return nil }
      var other = other
      return other.withUTF8 { distance(to: $0, limit: limit) }
    }

    private mutating func distance(to other: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
      // Each letter that only one of them has costs an error. This spares most of the tables.
      var others: UInt64 = 0
      for letter in other { others |= Self.bit(of: Self.lowered(letter)) }
      guard (letters & ~others).nonzeroBitCount <= limit,
        (others & ~letters).nonzeroBitCount <= limit
      else { return nil }
      for column in 0...other.count { previous[column] = column }
      for row in word.indices {
        current[0] = row + 1
        var least = row + 1
        for column in other.indices {
          let letter = Self.lowered(other[column])
          var distance = min(
            previous[column] + (word[row] == letter ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1)
          if row > 0, column > 0, word[row] == Self.lowered(other[column - 1]),
            word[row - 1] == letter
          {
            distance = min(distance, before[column - 1] + 1)
          }
          current[column + 1] = distance
          least = min(least, distance)
        }
        // It only grows from row to row, but for a swap, which looks back one row.
        if least > limit + 1 { return nil }
        swap(&before, &previous)
        swap(&previous, &current)
      }
      let distance = previous[other.count]
      return distance <= limit ? distance : nil
    }

    /// The bit that stands for a letter, and for few others.
    private static func bit(of letter: UInt8) -> UInt64 { 1 << UInt64(letter & 63) }

    private static func lowered(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
  }
}
