import SchemaParser

extension SyntaxBlock {
  /// The number of line ends at or before `offset` (UTF-8 bytes from the start of the block): the line
  /// it is on, counted from the one that the block begins on.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `range` without the blanks and line ends at its end.
  func trimmed(_ range: TextRange) -> TextRange {
    var end = min(range.end, bytes.count)
    while end > range.start {
      switch bytes[end - 1] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): end -= 1
      default: return TextRange(range.start, end)
      }
    }
    return TextRange(range.start, end)
  }
}
