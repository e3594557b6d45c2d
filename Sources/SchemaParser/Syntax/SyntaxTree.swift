/// The dialect of a file: what its grammar takes.
public enum Dialect: UInt8, Sendable {
  /// Prisma 5 and 6.
  case prisma6
  /// Prisma 7.4 and later, which takes object literals.
  case prisma7
}

/// The lossless syntax tree of one file.
///
/// A value: blocks in text order, which together hold every byte of the file.
/// ``apply(_:)`` makes it the tree of an edited text and keeps the untouched blocks.
public struct SyntaxTree: Sendable {
  /// The dialect it was parsed in.
  public let dialect: Dialect
  /// The blocks, in text order, none empty.
  public internal(set) var blocks: [SyntaxBlock]
  /// For each block the offset of its start, in UTF-8 bytes from the start of the file.
  public internal(set) var starts: [Int]
  /// For each block the number of line ends before it.
  public internal(set) var lines: [Int]
  /// The length of the file in UTF-8 bytes.
  public internal(set) var count: Int
  /// The number of line ends in the file.
  public internal(set) var lineEndCount: Int

  /// The number of blocks whose parse depends on the text behind them, however far.
  var dependentCount: Int

  /// The number of blocks with syntax errors.
  var faultyCount = 0

  /// Whether there is a syntax error in the file.
  public var hasErrors: Bool { faultyCount > 0 }

  /// Whether this is the tree `other`, as far as can be told without looking at the blocks: the same
  /// storage, which is that of an unedited copy.
  public func isCopy(of other: SyntaxTree) -> Bool {
    dialect == other.dialect && blocks.count == other.blocks.count
      && blocks.withUnsafeBufferPointer { own in
        other.blocks.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
      }
  }

  /// The text of the file.
  public var bytes: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(count)
    for block in blocks { all.append(contentsOf: block.bytes) }
    return all
  }

  /// The index of the block that holds the byte at `offset` (from the start of the file); the last
  /// one for an offset at or behind the end, nil in an empty file.
  public func blockIndex(at offset: Int) -> Int? {
    guard !blocks.isEmpty else { return nil }
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
