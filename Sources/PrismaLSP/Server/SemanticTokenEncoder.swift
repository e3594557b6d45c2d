import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// The tokens of blocks that follow each other, as LSP's numbers.
struct SemanticTokenText: Sendable {
  /// Five numbers a token.
  var data = JSONNumbers()
  /// The number of tokens in each block.
  private(set) var counts: [UInt32] = []
  /// Where the numbers of each block end, in bytes of ``data``.
  private var ends: [Int] = []

  /// Adds the numbers of the next block, so many to a token as ``data`` has.
  fileprivate mutating func append(_ numbers: [UInt32], tokenCount: Int) {
    data.append(numbers)
    counts.append(UInt32(truncatingIfNeeded: tokenCount))
    ends.append(data.byteCount)
  }

  /// Adds the blocks behind.
  mutating func append(_ other: SemanticTokenText) {
    let end = data.byteCount
    data.append(other.data)
    let start = data.byteCount - other.data.byteCount
    counts += other.counts
    ends += other.ends.map { $0 > 0 ? start + $0 : end }
  }

  /// The tokens with others in place of those of some blocks.
  func replacing(_ blocks: Range<Int>, by new: SemanticTokenText) -> SemanticTokenText {
    let end = { (index: Int) in index > 0 ? self.ends[index - 1] : 0 }
    var result = self
    let start = end(blocks.lowerBound)
    result.data = data.replacing(start..<end(blocks.upperBound), by: new.data)
    result.counts.replaceSubrange(blocks, with: new.counts)
    let growth = result.data.byteCount - data.byteCount
    // With the comma before, where there is one.
    let newStart = end(blocks.upperBound) + growth - new.data.byteCount
    for index in blocks.upperBound..<ends.count { result.ends[index] += growth }
    result.ends.replaceSubrange(blocks, with: new.ends.map { $0 > 0 ? newStart + $0 : start })
    return result
  }
}

/// Writes tokens as LSP's numbers: each token's place is told from the one before.
struct SemanticTokenEncoder {
  private let query: DocumentQuery
  private let tree: SyntaxTree
  /// What was written.
  private(set) var text = SemanticTokenText()
  /// Scratch space: the tokens and numbers of a block.
  private var tokens: [SemanticToken] = []
  private var numbers: [UInt32] = []
  /// Where the last token begins.
  private var line = 0
  private var character = 0

  init(_ query: DocumentQuery) {
    self.query = query
    tree = query.tree
  }

  /// Goes behind the last token before a block.
  mutating func begin(behind block: Int) {
    for index in (0..<block).reversed() {
      findTokens(ofBlock: index)
      guard let last = tokens.last else { continue }
      tokens = [last]
      findNumbers(ofBlock: index)
      return
    }
  }

  /// Adds the tokens of a block which come behind those added so far.
  mutating func add(blockAt index: Int) {
    findTokens(ofBlock: index)
    findNumbers(ofBlock: index)
    text.append(numbers, tokenCount: tokens.count)
  }

  /// Adds those tokens of a block that fit.
  mutating func add(blockAt index: Int, where fits: (SemanticToken) -> Bool) {
    findTokens(ofBlock: index)
    tokens.removeAll { !fits($0) }
    findNumbers(ofBlock: index)
    text.append(numbers, tokenCount: tokens.count)
  }

  /// Adds the first token of a block.
  mutating func add(firstOfBlockAt index: Int) {
    findTokens(ofBlock: index)
    tokens.removeSubrange(min(1, tokens.count)...)
    findNumbers(ofBlock: index)
    text.append(numbers, tokenCount: tokens.count)
  }

  private mutating func findTokens(ofBlock index: Int) {
    tokens.removeAll(keepingCapacity: true)
    query.analysis.addSemanticTokens(ofBlock: index, inFile: query.file, to: &tokens)
  }

  private mutating func findNumbers(ofBlock index: Int) {
    numbers.removeAll(keepingCapacity: true)
    if tokens.isEmpty { return }
    query.schema.conversions.withPositions(inBlock: index, of: tree) { positions in
      for token in tokens { add(token, &positions) }
    }
  }

  @inline(__always)
  private mutating func add(_ token: SemanticToken, _ positions: inout BlockPositions) {
    let start = Int(token.start)
    let place = positions.position(of: start)
    let isSameLine = place.line == line
    numbers.append(UInt32(clamping: place.line - line))
    numbers.append(UInt32(clamping: isSameLine ? place.character - character : place.character))
    numbers.append(UInt32(clamping: positions.units(from: start, to: start + Int(token.length))))
    numbers.append(UInt32(token.kind.rawValue))
    numbers.append(UInt32(token.modifiers.rawValue))
    line = place.line
    character = place.character
  }
}
