import SchemaParser

/// Where the lines of a file begin, to turn offsets into lines and columns.
///
/// Lines end with `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. UTF-16 units are
/// counted from marks a few hundred bytes apart, so that a long line with many findings isn't counted
/// anew for each.
struct LineTable: Sendable {
  /// The text, UTF-8 as it came.
  let bytes: [UInt8]
  /// The offsets at which lines begin, ascending; the first is 0.
  private let starts: [Int]
  /// The number of UTF-16 units before each multiple of ``stride``; empty for an ASCII text, in
  /// which they are the bytes.
  private let units: [Int]

  private static let stride = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var isASCII = true
    bytes.withUnsafeBufferPointer { bytes in
      for at in bytes.indices {
        let byte = bytes[at]
        if byte >= 0x80 { isASCII = false }
        if byte == 0x0A || byte == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A) {
          starts.append(at + 1)
        }
      }
    }
    self.starts = starts
    var units: [Int] = []
    if !isASCII {
      var count = 0
      for (at, byte) in bytes.enumerated() {
        if at % LineTable.stride == 0 { units.append(count) }
        count += LineTable.units(of: byte)
      }
      units.append(count)
    }
    self.units = units
  }

  /// The number of the line (from 0) that holds `offset`, which is clamped to the text.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line (from 0) and the number of UTF-16 units before `offset` in it.
  func position(at offset: Int) -> (line: Int, character: Int) {
    let offset = clamped(offset)
    let line = line(at: offset)
    return (line, count(before: offset) - count(before: starts[line]))
  }

  /// The bytes of a line without its end.
  func content(ofLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return bytes.count..<bytes.count }
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// `range` without the line ends and blanks at its end; empty ranges stay as they are.
  func trimmed(_ range: TextRange) -> Range<Int> {
    let start = clamped(range.start)
    var end = max(start, clamped(range.end))
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

  private func count(before offset: Int) -> Int {
    guard !units.isEmpty else { return offset }
    let mark = min(offset / LineTable.stride, units.count - 1)
    var count = units[mark]
    var at = mark * LineTable.stride
    if at > offset { return count }
    while at < offset {
      count += LineTable.units(of: bytes[at])
      at += 1
    }
    return count
  }

  /// What a byte adds to the number of UTF-16 units: the first byte of a character counts for it.
  private static func units(of byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
