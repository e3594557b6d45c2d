/// Parses a stretch of a file into blocks.
///
/// Hand-written, without a token list, since what a byte means depends on where it stands: a line is
/// a member, or it is invalid as a whole. At the top level the parse keeps no state from one item to
/// the next, so what an item is depends only on the text from its start on. That is what lets an
/// edit parse again only from the block that it touches to the first old block start that it meets.
///
/// Time is linear in the text. The two searches that look arbitrarily far, for the end of a block and
/// for the end of a comment, remember where they failed (``visitedStarts``, ``missingCommentEnd``).
/// Nesting is kept on an explicit stack, so that the depth of foreign text costs no stack space.
struct Parser {
  let text: UnsafeBufferPointer<UInt8>
  let dialect: Dialect
  /// Whether the file ends where `text` ends; else the parse stops when it needs to see more.
  let isWholeRest: Bool

  /// The next byte to look at.
  var at: Int
  /// The start of the block that is being built.
  var blockStart: Int
  var nodes: [SyntaxNode] = []
  var errors: [SyntaxError] = []
  /// The declaration's node in the block that is being built.
  var declaration: Int?
  /// Whether a comment was added to the block that is being built; it may be dropped again.
  var mayHoldComments = false
  /// Whether the parse looked behind the end of `text`.
  var hitEnd = false
  /// Whether the block that is being built would differ with another rest of the file.
  var dependsOnRest = false

  /// The containers that are open in the line that is being parsed, as indexes into `nodes`.
  var open: [Int] = []
  /// Where items of bodies were parsed: one bit a byte of the text, for each kind of body in turn.
  ///
  /// An attempt at a block begins behind the closing brace of the block before it, so a mark that an
  /// attempt meets was left by one that found no closing brace, and from there this one finds none
  /// either. A bit a byte keeps the memory small whatever the text; a set of the offsets took
  /// gigabytes for megabytes of line ends.
  var visitedStarts: [UInt64]
  /// The number of words in ``visitedStarts`` for a kind of body.
  let visitedStride: Int
  /// The last search for a `*/`: a search from any offset in here ends where this range ends.
  var commentEndSearch = 0..<0
  /// From here on there is no `*/`.
  var missingCommentEnd = Int.max
  /// From here on there is no `}`.
  var missingBrace = Int.max

  init(_ text: UnsafeBufferPointer<UInt8>, dialect: Dialect, isWholeRest: Bool, from start: Int) {
    self.text = text
    self.dialect = dialect
    self.isWholeRest = isWholeRest
    at = start
    blockStart = start
    visitedStride = text.count / 64 + 1
    visitedStarts = Array(repeating: 0, count: BodyKind.allCases.count * visitedStride)
  }

  /// Parses up to the end of the text, or to the first of `boundaries` at which a block can end.
  ///
  /// - Parameter boundaries: offsets into `text`, ascending, at which the old tree had block starts
  ///   behind the edit. Offsets passed over are dropped.
  /// - Returns: the blocks, and the boundary at which the parse met the old tree. Nil when the parse
  ///   needs to see more text.
  mutating func blocks(
    until boundaries: ArraySlice<Int>
  ) -> (blocks: [SyntaxBlock], met: Int?)? {
    var boundaries = boundaries
    var blocks: [SyntaxBlock] = []
    var endsWithItem = false
    while true {
      while let next = boundaries.first, next < at { boundaries.removeFirst() }
      if endsWithItem, let next = boundaries.first, next == at {
        if hitEnd && !isWholeRest { return nil }
        if let block = finishBlock() { blocks.append(block) }
        return (blocks, next)
      }
      if endsWithItem && (declaration != nil || at - blockStart >= 4096) {
        if let block = finishBlock() { blocks.append(block) }
        endsWithItem = false
      }
      guard at < text.count else { break }
      if hitEnd && !isWholeRest { return nil }
      endsWithItem = topLevelItem()
    }
    guard isWholeRest else { return nil }
    if let block = finishBlock() { blocks.append(block) }
    return (blocks, nil)
  }

  /// Makes a block of the text since ``blockStart``; nil when there is none.
  private mutating func finishBlock() -> SyntaxBlock? {
    guard at > blockStart else { return nil }
    let bytes = UnsafeBufferPointer(rebasing: text[blockStart..<at])
    let block = SyntaxBlock(
      bytes: Array(bytes), nodes: finishedNodes(), errors: errors,
      lineStarts: LineStarts.find(in: bytes), declaration: declaration,
      mayHoldComments: mayHoldComments, dependsOnRest: dependsOnRest)
    nodes.removeAll(keepingCapacity: true)
    errors = []
    declaration = nil
    mayHoldComments = false
    dependsOnRest = false
    blockStart = at
    return block
  }

  /// The nodes, in just as much memory as they take. An array made from another shares its storage, and
  /// with it the room that the largest block so far needed: that took more than all else.
  private func finishedNodes() -> [SyntaxNode] {
    nodes.withUnsafeBufferPointer { Array($0) }
  }

  // MARK: Bytes

  /// The byte at `offset`; 0 behind the end.
  @inline(__always)
  mutating func byte(_ offset: Int) -> UInt8 {
    if offset < text.count { return text[offset] }
    hitEnd = true
    return 0
  }

  /// Moves over blanks, which are all but line ends.
  @inline(__always)
  mutating func skipBlanks() { at = afterBlanks(at) }

  /// The offset behind the blanks at `offset`.
  @inline(__always)
  mutating func afterBlanks(_ offset: Int) -> Int {
    var offset = offset
    while true {
      let next = byte(offset)
      if next == 0x20 || next == 0x09 {
        offset &+= 1
      } else if next >= 0x80 {
        let length = Characters.blankLength(text, at: offset)
        if length == 0 { return offset }
        offset &+= length
      } else {
        return offset
      }
    }
  }

  /// The offset behind the identifier at `offset`; `offset` itself if there is none.
  @inline(__always)
  mutating func afterIdentifier(_ offset: Int) -> Int {
    var end = offset
    let first = byte(end)
    if Characters.isAlphanumeric(first) {
      end &+= 1
    } else if first >= 0x80 {
      let length = Characters.letterLength(text, at: end)
      if length == 0 { return offset }
      end &+= length
    } else {
      return offset
    }
    while true {
      let next = byte(end)
      if Characters.isAlphanumeric(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: "-") {
        end &+= 1
      } else if next >= 0x80 {
        let length = Characters.letterLength(text, at: end)
        if length == 0 { return end }
        end &+= length
      } else {
        return end
      }
    }
  }

  /// The offset behind the path at `offset`: identifiers with dots behind them.
  mutating func afterPath(_ offset: Int) -> Int {
    var end = afterIdentifier(offset)
    if end == offset { return offset }
    while byte(end) == UInt8(ascii: ".") {
      end = afterIdentifier(end &+ 1)
    }
    return end
  }

  /// Whether `word` stands at `offset`.
  mutating func matches(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset &+ length <= text.count else {
      // What is there may be the word's beginning.
      if offset < text.count && text[offset] == word.utf8Start[0] { hitEnd = true }
      return false
    }
    for index in 0..<length where text[offset &+ index] != word.utf8Start[index] { return false }
    return true
  }

  /// The offset of the next line end, or the end of the text.
  mutating func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < text.count {
      if Characters.isNewline(text[end]) { return end }
      end &+= 1
    }
    hitEnd = true
    return end
  }

  /// The offset behind the line end at `offset`; `offset` itself if there is none.
  @inline(__always)
  mutating func afterNewline(_ offset: Int) -> Int {
    let next = byte(offset)
    if next == 0x0A { return offset &+ 1 }
    if next == 0x0D { return byte(offset &+ 1) == 0x0A ? offset &+ 2 : offset &+ 1 }
    return offset
  }

  // MARK: Nodes

  /// Adds a node; a container gets its end by ``close(_:at:)``.
  @discardableResult
  @inline(__always)
  mutating func add(_ kind: SyntaxKind, _ start: Int, _ end: Int, flags: UInt8 = 0) -> Int {
    let index = nodes.count
    if kind.isComment { mayHoldComments = true }
    nodes.append(
      SyntaxNode(
        kind: kind, flags: flags, start: start &- blockStart, end: end &- blockStart,
        next: index &+ 1))
    return index
  }

  /// Sets the end of a container, whose children are all that were added since.
  @inline(__always)
  mutating func close(_ index: Int, at end: Int) {
    nodes[index].storedEnd = UInt32(truncatingIfNeeded: end &- blockStart)
    nodes[index].storedNext = UInt32(truncatingIfNeeded: nodes.count)
  }

  mutating func report(_ kind: SyntaxError.Kind, _ start: Int, _ end: Int) {
    errors.append(
      SyntaxError(kind: kind, range: TextRange(start &- blockStart, end &- blockStart)))
  }

  /// Reports an error of something that holds all errors since `mark`, and so goes before them.
  mutating func report(_ kind: SyntaxError.Kind, _ start: Int, _ end: Int, before mark: Mark) {
    errors.insert(
      SyntaxError(kind: kind, range: TextRange(start &- blockStart, end &- blockStart)),
      at: min(mark.error, errors.count))
  }

  /// Marks the start of an item in a body; false when an earlier attempt was there.
  @inline(__always)
  mutating func visit(_ offset: Int, in kind: BodyKind) -> Bool {
    let word = kind.rawValue &* visitedStride &+ offset &>> 6
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: offset & 63)
    if visitedStarts[word] & bit != 0 { return false }
    visitedStarts[word] |= bit
    return true
  }

  /// Where nodes and errors ended, for going back to.
  struct Mark {
    let node: Int
    let error: Int
  }

  var mark: Mark { Mark(node: nodes.count, error: errors.count) }

  /// Forgets all nodes and errors since `mark`.
  mutating func reset(to mark: Mark) {
    nodes.removeSubrange(mark.node...)
    if errors.count > mark.error { errors.removeSubrange(mark.error...) }
  }
}
