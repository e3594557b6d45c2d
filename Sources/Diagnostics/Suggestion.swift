/// Finds what a mistyped word was meant to be.
package enum Suggestion {
  /// The one of `candidates` that is nearest to `word`, nil when none is near: two typing errors
  /// are forgiven, in short words one. Of several the first.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let written = Array(word.utf8.prefix(64))
    let limit = written.count <= 4 ? 1 : written.count <= 12 ? 2 : 3
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(written, Array(candidate.utf8), limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
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
