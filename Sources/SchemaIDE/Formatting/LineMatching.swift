/// Finds the lines that two texts have in common, so that as few as can be are left over.
///
/// The search goes from both ends until it meets, splits there, and goes on in both halves (Myers, "An O(ND)
/// Difference Algorithm and Its Variations", 1986, section 4b): it takes time with the product of lines and
/// differences, and memory with the number of differences alone.
struct LineMatching {
  /// The most lines that may be left over: the search takes time with the square of this.
  private static let differenceLimit = 1000

  /// What is equal for lines that match.
  private let old: [UInt64]
  private let new: [UInt64]
  private var pairs: [(old: Int, new: Int)] = []
  /// The furthest place in the old text on each diagonal, counted from the end that the search began at.
  private var forward = Reach()
  private var backward = Reach()

  private init(_ old: [UInt64], _ new: [UInt64]) {
    self.old = old
    self.new = new
  }

  /// The indexes of the lines that match, ascending in both; nil when more than a thousand lines are left
  /// over.
  static func pairs(_ old: [UInt64], _ new: [UInt64]) -> [(old: Int, new: Int)]? {
    var matching = LineMatching(old, new)
    return matching.match(old.indices, new.indices) ? matching.pairs : nil
  }

  /// Matches a part of both texts. Returns whether it could.
  private mutating func match(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
    var (start, newStart) = (old.lowerBound, new.lowerBound)
    while start < old.upperBound, newStart < new.upperBound, self.old[start] == self.new[newStart] {
      pairs.append((start, newStart))
      start += 1
      newStart += 1
    }
    if start == old.upperBound || newStart == new.upperBound { return true }
    guard
      let snake = middleSnake(start..<old.upperBound, newStart..<new.upperBound),
      // Each part has half of the differences at most, so this ends soon.
      match(start..<snake.old.lowerBound, newStart..<snake.new.lowerBound)
    else { return false }
    pairs += zip(snake.old, snake.new).map { ($0, $1) }
    return match(snake.old.upperBound..<old.upperBound, snake.new.upperBound..<new.upperBound)
  }

  /// Equal lines, maybe none, in the middle of a way with the fewest differences from the start of a part
  /// to its end; nil when they are too many.
  private mutating func middleSnake(
    _ old: Range<Int>, _ new: Range<Int>
  ) -> (old: Range<Int>, new: Range<Int>)? {
    let (height, width) = (old.count, new.count)
    // Diagonals count old lines minus new ones; the last one ends at the end of both.
    let lastDiagonal = height - width
    let isOdd = lastDiagonal % 2 != 0
    forward.restart()
    backward.restart()
    for step in 0...(Self.differenceLimit / 2) {
      // Those further out lie outside of the texts.
      let diagonals = stride(
        from: -(step - 2 * max(0, step - width)), through: step - 2 * max(0, step - height), by: 2)
      for diagonal in diagonals {
        let first = forward.begin(diagonal, step)
        var length = 0
        while first + length < height, first - diagonal + length < width,
          self.old[old.lowerBound + first + length]
            == self.new[new.lowerBound + first - diagonal + length]
        { length += 1 }
        forward[diagonal] = first + length
        let opposite = lastDiagonal - diagonal
        if isOdd, abs(opposite) < step, first + length + backward[opposite] >= height {
          return Self.snake(old.lowerBound + first, new.lowerBound + first - diagonal, length)
        }
      }
      for diagonal in diagonals {
        let first = backward.begin(diagonal, step)
        var length = 0
        while first + length < height, first - diagonal + length < width,
          self.old[old.upperBound - 1 - first - length]
            == self.new[new.upperBound - 1 - first + diagonal - length]
        { length += 1 }
        backward[diagonal] = first + length
        let opposite = lastDiagonal - diagonal
        if !isOdd, abs(opposite) <= step, first + length + forward[opposite] >= height {
          return Self.snake(
            old.upperBound - first - length, new.upperBound - first + diagonal - length, length)
        }
      }
    }
    return nil
  }

  private static func snake(
    _ old: Int, _ new: Int, _ length: Int
  ) -> (old: Range<Int>, new: Range<Int>) {
    (old..<old + length, new..<new + length)
  }

  /// How far the search has come on each diagonal.
  private struct Reach {
    private static let middle = LineMatching.differenceLimit / 2 + 1
    private var places = [Int](repeating: 0, count: 2 * middle + 1)

    /// Begins at the start.
    mutating func restart() {
      // The first step comes from a place before the start.
      places[Self.middle + 1] = 0
    }

    /// The first place on a diagonal after one more difference than the neighbours have taken.
    func begin(_ diagonal: Int, _ step: Int) -> Int {
      let below = self[diagonal - 1]
      let above = self[diagonal + 1]
      return diagonal == -step || diagonal != step && below < above ? above : below + 1
    }

    /// The place on a diagonal, at most the limit away from the first.
    subscript(diagonal: Int) -> Int {
      get { places[Self.middle + diagonal] }
      set { places[Self.middle + diagonal] = newValue }
    }
  }
}
