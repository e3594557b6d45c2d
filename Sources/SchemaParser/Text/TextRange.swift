/// A stretch of text, in UTF-8 bytes, half-open: `start` is in it, `end` is not.
///
/// Whether the offsets count from the start of a file or of a block is said where a range is
/// stored. A range never has its end before its start; out-of-range values are clamped, so that
/// arithmetic on foreign numbers cannot trap.
@frozen public struct TextRange: Hashable, Sendable {
  @usableFromInline let storedStart: UInt32
  @usableFromInline let storedEnd: UInt32

  /// The offset of the first byte.
  @inlinable @inline(__always) public var start: Int { Int(storedStart) }
  /// The offset behind the last byte.
  @inlinable @inline(__always) public var end: Int { Int(storedEnd) }
  /// The number of bytes.
  @inlinable @inline(__always) public var count: Int { end - start }
  /// Whether the range holds no byte.
  @inlinable @inline(__always) public var isEmpty: Bool { storedStart == storedEnd }

  /// Makes a range; an `end` before `start` gives an empty range.
  @inlinable public init(_ start: Int, _ end: Int) {
    let low = UInt32(clamping: start)
    storedStart = low
    storedEnd = Swift.max(low, UInt32(clamping: end))
  }

  /// The same stretch, `offset` bytes further on.
  @inlinable public func shifted(by offset: Int) -> TextRange {
    TextRange(start + offset, end + offset)
  }

  /// Whether `other` lies in this range.
  @inlinable public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }
}
