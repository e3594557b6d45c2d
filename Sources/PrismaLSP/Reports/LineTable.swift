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
  private let starts: [UInt32]
  /// The number of UTF-16 units before each multiple of ``stride``; empty for an ASCII text, in
  /// which they are the bytes.
  private let units: [Int]

  private static let stride = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.withUnsafeBufferPointer { LineStarts.find(in: $0) }
    let isASCII = bytes.withUnsafeBytes(LineTable.isASCII)
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
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line (from 0) and the number of UTF-16 units before `offset` in it.
  func position(at offset: Int) -> (line: Int, character: Int) {
    let offset = clamped(offset)
    let line = line(at: offset)
    return (line, count(before: offset) - count(before: Int(starts[line])))
  }

  /// The bytes of a line without its end.
  func content(ofLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return bytes.count..<bytes.count }
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
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

  /// Whether no byte has its high bit set: eight bytes at a time.
  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all: UInt64 = 0
    var at = 0
    while at + 8 <= bytes.count {
      all |= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < bytes.count {
      all |= UInt64(bytes[at])
      at += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// What a byte adds to the number of UTF-16 units: the first byte of a character counts for it.
  private static func units(of byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
