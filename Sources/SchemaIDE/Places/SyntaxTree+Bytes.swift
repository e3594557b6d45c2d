import SchemaParser

extension SyntaxTree {
  /// The text of `range` (UTF-8 bytes from the start of the file, clamped).
  func bytes(in range: TextRange) -> [UInt8] {
    guard var index = blockIndex(at: max(0, range.start)) else { return [] }
    var text: [UInt8] = []
    while index < blocks.count, starts[index] < range.end {
      let bytes = blocks[index].bytes
      let high = min(bytes.count, range.end - starts[index])
      let low = min(high, max(0, range.start - starts[index]))
      text += bytes[low..<high]
      index += 1
    }
    return text
  }
}
