import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// Turns positions of the protocol into offsets of a file and back.
///
/// Positions are foreign: a line or character that does not exist is clamped to the nearest that
/// does, and a character in the middle of a code point to its start. A line's end does not count as
/// part of the line.
struct Conversions: Sendable {
  /// What characters are counted in.
  let encoding: PositionEncodingKind

  // MARK: To offsets

  /// The offset of a position, in UTF-8 bytes from the start of the file.
  func offset(of position: Position, in tree: SyntaxTree) -> Int {
    if position.line < 0 { return 0 }
    if position.line > tree.lineEndCount { return tree.count }
    let start = lineStart(position.line, in: tree)
    if position.character <= 0 { return start }
    var scan = LineScan(encoding: encoding, limit: position.character)
    var offset = start
    guard var index = tree.blockIndex(at: start) else { return start }
    while index < tree.blocks.count {
      let blockStart = tree.starts[index]
      let (end, isDone) = scan.scan(tree.blocks[index].bytes, from: max(0, start - blockStart))
      offset = blockStart + end
      if isDone { break }
      index += 1
    }
    return offset
  }

  /// The range between two positions; those of a range the wrong way round are exchanged.
  func range(of range: PositionRange, in tree: SyntaxTree) -> TextRange {
    let start = offset(of: range.start, in: tree)
    let end = range.end == range.start ? start : offset(of: range.end, in: tree)
    return TextRange(min(start, end), max(start, end))
  }

  /// The offset at which a line begins, which has to exist.
  private func lineStart(_ line: Int, in tree: SyntaxTree) -> Int {
    if line == 0 { return 0 }
    // The last block with less than `line` line ends before it holds the one before this line.
    var low = 0
    var high = tree.lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if tree.lines[middle] < line { low = middle } else { high = middle }
    }
    guard low < tree.blocks.count else { return 0 }
    let ends = tree.blocks[low].lineStarts
    let index = line - tree.lines[low] - 1
    return ends.indices.contains(index) ? tree.starts[low] + Int(ends[index]) : tree.count
  }

  // MARK: To positions

  /// The positions of offsets, in their order.
  ///
  /// Takes time proportional to the length of the blocks they are in, however many they are: they are
  /// visited in the order in which they stand in the text, block by block.
  func positions(of offsets: [Int], in tree: SyntaxTree) -> [Position] {
    var result = [Position](repeating: Position(line: 0, character: 0), count: offsets.count)
    let isSorted = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    let order = isSorted ? nil : offsets.indices.sorted { offsets[$0] < offsets[$1] }
    var next = 0
    var block = 0
    while next < offsets.count {
      let first = offsets[order?[next] ?? next]
      guard let found = tree.blockIndex(at: first, from: block) else { break }
      block = found
      let start = tree.starts[block]
      let end = block + 1 < tree.starts.count ? tree.starts[block + 1] : Int.max
      withPositions(inBlock: block, of: tree) { positions in
        repeat {
          let index = order?[next] ?? next
          let offset = max(0, min(offsets[index], tree.count))
          result[index] = positions.position(of: offset - start)
          next += 1
        } while next < offsets.count && offsets[order?[next] ?? next] < end
      }
    }
    return result
  }

  /// Ranges of offsets as ranges of positions, in their order.
  func ranges(of ranges: [TextRange], in tree: SyntaxTree) -> [PositionRange] {
    var offsets: [Int] = []
    offsets.reserveCapacity(2 * ranges.count)
    for range in ranges {
      offsets.append(range.start)
      offsets.append(range.end)
    }
    let positions = positions(of: offsets, in: tree)
    return ranges.indices.map {
      PositionRange(start: positions[2 * $0], end: positions[2 * $0 + 1])
    }
  }
}

extension Conversions {
  /// Calls `body` with what turns offsets in one block into positions.
  ///
  /// - Parameter index: that of the block in `tree`, which has to exist.
  func withPositions<Result>(
    inBlock index: Int, of tree: SyntaxTree, _ body: (inout BlockPositions) -> Result
  ) -> Result {
    let block = tree.blocks[index]
    return block.bytes.withUnsafeBufferPointer { bytes in
      block.lineStarts.withUnsafeBufferPointer { lineStarts in
        var positions = BlockPositions(
          bytes: bytes, lineStarts: lineStarts, encoding: encoding, firstLine: tree.lines[index],
          firstCharacter: charactersBefore(block: index, in: tree))
        return body(&positions)
      }
    }
  }

  /// The characters before a block on the line that it begins on.
  private func charactersBefore(block index: Int, in tree: SyntaxTree) -> Int {
    var characters = 0
    var index = index
    while index > 0 {
      index -= 1
      let block = tree.blocks[index]
      characters += block.bytes.withUnsafeBufferPointer { bytes in
        units(in: bytes, from: Int(block.lineStarts.last ?? 0), to: bytes.count, encoding)
      }
      // Most blocks begin behind the closing brace of one.
      if !block.lineStarts.isEmpty { break }
    }
    return characters
  }
}

extension SyntaxTree {
  /// The index of the block that holds the byte at `offset`, as ``blockIndex(at:)`` tells it: mostly
  /// that at `index`, or the next.
  fileprivate func blockIndex(at offset: Int, from index: Int) -> Int? {
    for near in index...index + 1
    where near < starts.count && starts[near] <= offset
      && (near + 1 == starts.count || offset < starts[near + 1])
    {
      return near
    }
    return blockIndex(at: offset)
  }
}

/// Turns offsets in one block into positions, for walks over blocks and their nodes: what is next is
/// known to be near, so nothing is looked for in the file, and rarely in the block. Valid only in the body
/// of ``Conversions/withPositions(inBlock:of:_:)``.
struct BlockPositions {
  /// The text of the block.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offsets behind its line ends.
  let lineStarts: UnsafeBufferPointer<UInt32>
  /// The line that the block begins on.
  let firstLine: Int
  /// The characters before the block on that line.
  let firstCharacter: Int
  private let encoding: PositionEncodingKind
  /// Whether each byte is a character.
  private let isPlain: Bool
  /// The line of the last position, counted from ``firstLine``.
  private var line = 0
  /// What is counted of it: up to this offset, so many code units.
  private var counted = (offset: 0, characters: 0)

  fileprivate init(
    bytes: UnsafeBufferPointer<UInt8>, lineStarts: UnsafeBufferPointer<UInt32>,
    encoding: PositionEncodingKind, firstLine: Int, firstCharacter: Int
  ) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.firstLine = firstLine
    self.firstCharacter = firstCharacter
    self.encoding = encoding
    isPlain = encoding == .utf8 || Self.isASCII(UnsafeRawBufferPointer(bytes))
  }

  /// The position of an offset, in UTF-8 bytes from the start of the block.
  mutating func position(of offset: Int) -> Position {
    goToLine(of: offset)
    let start = line > 0 ? Int(lineStarts[line - 1]) : 0
    if counted.offset > offset || counted.offset <= start {
      counted = (start, line > 0 ? 0 : firstCharacter)
    }
    counted.characters += units(from: counted.offset, to: offset)
    counted.offset = offset
    return Position(line: firstLine + line, character: counted.characters)
  }

  /// A stretch of the block as a range of positions.
  mutating func range(_ range: TextRange) -> PositionRange {
    let start = position(of: range.start)
    // Most stretches end on the line that they begin on.
    if line == lineStarts.count || range.end < Int(lineStarts[line]) {
      let length = units(from: range.start, to: range.end)
      return PositionRange(
        start: start, end: Position(line: start.line, character: start.character + length))
    }
    return PositionRange(start: start, end: position(of: range.end))
  }

  /// The code units between two offsets.
  func units(from start: Int, to end: Int) -> Int {
    isPlain
      ? max(0, min(end, bytes.count) - start)
      : PrismaLSP.units(in: bytes, from: start, to: end, encoding)
  }

  /// Sets ``line``: to the next few lines step by step, to others by bisection.
  private mutating func goToLine(of offset: Int) {
    var low = 0
    var high = lineStarts.count
    if line == 0 || Int(lineStarts[line - 1]) <= offset {
      for _ in 0..<4 {
        if line == lineStarts.count || offset < Int(lineStarts[line]) { return }
        line += 1
      }
      low = line
    } else {
      high = line - 1
    }
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    line = low
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 8 <= bytes.count {
      if bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return false
      }
      at += 8
    }
    return bytes[at...].allSatisfy { $0 < 0x80 }
  }
}

/// The code units between two offsets of a text.
private func units(
  in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
  _ encoding: PositionEncodingKind
) -> Int {
  let end = min(end, bytes.count)
  if encoding == .utf8 { return max(0, end - start) }
  var count = 0
  var at = start
  while at < end {
    let byte = bytes[at]
    if byte & 0xC0 != 0x80 { count += units(of: byte, encoding) }
    at += 1
  }
  return count
}

/// Goes through a line until a number of code units is used up.
private struct LineScan {
  let encoding: PositionEncodingKind
  /// The code units that are left.
  var limit: Int

  /// Goes on in `bytes` at `from`. Returns where it stopped, and whether that is the place.
  mutating func scan(_ bytes: [UInt8], from: Int) -> (offset: Int, isDone: Bool) {
    var index = from
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return (index, true) }
      // What follows in a sequence goes with its first byte.
      if byte & 0xC0 != 0x80 {
        if limit <= 0 { return (index, true) }
        limit -= units(of: byte, encoding)
        // In the middle of this code point: its start.
        if limit < 0 { return (index, true) }
      }
      index += 1
    }
    return (index, false)
  }
}

/// The code units of the code point that begins with `byte`.
@inline(__always)
private func units(of byte: UInt8, _ encoding: PositionEncodingKind) -> Int {
  switch encoding {
  case .utf8: byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  case .utf16: byte < 0xF0 ? 1 : 2
  case .utf32: 1
  }
}
