import SchemaParser

/// A stretch of a file that holds the place of a request and all that can matter to it, with offsets
/// from the start of the file.
public struct SourceText: Sendable {
  /// The bytes.
  private let bytes: [UInt8]
  /// Where they begin in the file.
  private let start: Int
  /// Whether its first line begins before it, behind a closing brace.
  let beginsWithinLine: Bool

  /// Where the stretch stands.
  public var range: TextRange { TextRange(start, start + bytes.count) }

  /// A text of its own.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    start = 0
    beginsWithinLine = false
  }

  /// The block at `index`; if it declares nothing, with those beside it that do neither.
  init(_ tree: SyntaxTree, block index: Int) {
    self.init(tree, blocks: tree.blocksWithoutDeclaration(around: index) ?? index..<(index + 1))
  }

  /// Some blocks that follow each other, at least one.
  init(_ tree: SyntaxTree, blocks: Range<Int>) {
    let first = blocks.lowerBound
    start = tree.starts[first]
    beginsWithinLine =
      first > 0 && tree.blocks[first - 1].bytes.last.map { $0 != 0x0A && $0 != 0x0D } == true
    bytes =
      blocks.count == 1 ? tree.blocks[first].bytes : tree.blocks[blocks].flatMap(\.bytes)
  }

  /// The byte at `offset`, nil outside of the stretch.
  public func byte(at offset: Int) -> UInt8? {
    bytes.indices.contains(offset - start) ? bytes[offset - start] : nil
  }

  /// The text of a range, clamped to the stretch.
  public func text(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The tokens of a range, clamped to the stretch.
  public func tokens(_ range: TextRange) -> [SourceToken] {
    SourceToken.tokens(in: slice(range)).map {
      SourceToken(kind: $0.kind, range: $0.range.shifted(by: start))
    }
  }

  /// The start of the line of `offset`, in the stretch.
  public func lineStart(_ offset: Int) -> Int {
    var at = offset
    while let byte = byte(at: at - 1), byte != 0x0A, byte != 0x0D { at -= 1 }
    return at
  }

  /// The end of the line of `offset`, without the line end.
  public func lineEnd(_ offset: Int) -> Int {
    var at = offset
    while let byte = byte(at: at), byte != 0x0A, byte != 0x0D { at += 1 }
    return at
  }

  /// The start of the line behind that of `offset`, nil when it is the last.
  public func nextLine(_ offset: Int) -> Int? {
    let end = lineEnd(offset)
    guard let byte = byte(at: end) else { return nil }
    return byte == 0x0D && self.byte(at: end + 1) == 0x0A ? end + 2 : end + 1
  }

  /// The start of the line before that of `offset`, nil when it is the first.
  public func previousLine(_ offset: Int) -> Int? {
    var at = lineStart(offset)
    if at <= start { return nil }
    at -= 1
    if byte(at: at) == 0x0A, byte(at: at - 1) == 0x0D { at -= 1 }
    return lineStart(at)
  }

  private func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    let low = max(0, min(range.start - start, bytes.count))
    let high = max(low, min(range.end - start, bytes.count))
    return bytes[low..<high]
  }
}

extension SyntaxTree {
  /// A block that declares nothing, with those beside it that do neither; nil when it declares something.
  func blocksWithoutDeclaration(around index: Int) -> Range<Int>? {
    // What is typed at the end of a file stands in blocks of 4 KB; so much is looked at.
    let limit = 65_536
    guard blocks[index].declaration == nil else { return nil }
    var (first, last) = (index, index)
    while first > 0, blocks[first - 1].declaration == nil, starts[index] - starts[first - 1] < limit
    {
      first -= 1
    }
    while last + 1 < blocks.count, blocks[last + 1].declaration == nil,
      starts[last + 1] - starts[index] < limit
    {
      last += 1
    }
    return first..<(last + 1)
  }
}
