/// Finds what a mistyped word was meant to be.
package enum Suggestion {
  /// The one of `candidates` that is nearest to `word`, nil when none is near: two typing errors
  /// are forgiven, in short words one. Of several the first.
  package static func nearest(
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
  package static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int, count: Int
  ) -> [String] {
    let written = Array(word.utf8.prefix(64))
    var best: [(name: String, distance: Int)] = []
    for candidate in candidates {
      // Farther than the last of those that are known makes no difference.
      let limit = best.count < count ? limit : (best.last?.distance ?? 0) - 1
      guard limit >= 0, abs(candidate.utf8.count - written.count) <= limit else { continue }
      let distance = distance(written, Array(candidate.utf8), limit: limit)
      guard distance <= limit else { continue }
      let place = best.firstIndex { distance < $0.distance } ?? best.endIndex
      best.insert((candidate, distance), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.name)
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour (optimal string
  /// alignment); any number above `limit` stands for all of them.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let isSame = lowered(left[row]) == lowered(right[column])
        var least = min(
          previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
