import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`.
extension Server {
  /// What the numbers of tokens stand for.
  static let semanticTokensOptions = ServerCapabilities.SemanticTokensOptions(
    tokenTypes: SemanticToken.Kind.allCases.map(\.name),
    tokenModifiers: SemanticToken.Modifiers.names)

  func semanticTokens(_ params: SemanticTokensParams, _ id: RequestID) {
    let memory = tokensMemory
    answer(id, about: params.textDocument) { $0.tokens(memory) }
  }

  func semanticTokensDelta(_ params: SemanticTokensDeltaParams, _ id: RequestID) {
    let memory = tokensMemory
    answer(id, about: params.textDocument) { query in
      query.tokens(since: params.previousResultId, memory) ?? .full(query.tokens(memory))
    }
  }

  func semanticTokensRange(_ params: SemanticTokensRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.tokens(in: $0.range(of: params.range)) }
  }
}

extension DocumentQuery {
  /// All tokens.
  fileprivate func tokens(_ memory: SemanticTokensMemory) -> SemanticTokens {
    let tree = tree
    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    encoder.reserve(tree.count)
    var counts: [UInt32] = []
    counts.reserveCapacity(tree.blocks.count)
    var tokens: [SemanticToken] = []
    for index in tree.blocks.indices {
      tokens.removeAll(keepingCapacity: true)
      analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
      encoder.add(tokens[...], ofBlock: index)
      counts.append(UInt32(truncatingIfNeeded: tokens.count))
    }
    let resultID = memory.keep(
      SemanticTokensMemory.Entry(
        blocks: tree.blocks, counts: counts, namesDigest: analysis.typeNamesDigest),
      of: path)
    return SemanticTokens(resultID: resultID, data: encoder.data)
  }

  /// The tokens that touch a part.
  fileprivate func tokens(in range: TextRange) -> SemanticTokens {
    let tree = tree
    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    if let first = tree.blockIndex(at: range.start), let last = tree.blockIndex(at: range.end) {
      var tokens: [SemanticToken] = []
      for index in first...max(first, last) {
        tokens.removeAll(keepingCapacity: true)
        analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
        let start = tree.starts[index]
        tokens.removeAll {
          start + Int($0.start + $0.length) < range.start || start + Int($0.start) > range.end
        }
        encoder.add(tokens[...], ofBlock: index)
      }
    }
    return SemanticTokens(resultID: nil, data: encoder.data)
  }

  /// What has changed in the tokens, nil when that is not known, or most may have.
  ///
  /// Blocks are shared between the trees of successive texts. So those that are still there are found by
  /// identity, and only the blocks between are looked at: no token of an answer is kept. Besides these,
  /// the first token behind changes, since its place is told from the one before.
  fileprivate func tokens(
    since resultID: String, _ memory: SemanticTokensMemory
  ) -> SemanticTokensDelta? {
    let digest = analysis.typeNamesDigest
    guard let old = memory.entry(resultID, of: path), old.namesDigest == digest else { return nil }
    let tree = tree
    var edits: [SemanticTokensDelta.Edit] = []
    var counts: [UInt32] = []
    counts.reserveCapacity(tree.blocks.count)
    var oldIndex = 0
    var newIndex = 0
    var position = 0  // the tokens before `oldIndex`
    for same in old.blocksKept(in: tree.blocks) {
      if same.old.lowerBound > oldIndex || same.new.lowerBound > newIndex {
        let gap = edit(
          replacing: old.counts[oldIndex..<same.old.lowerBound], at: position,
          by: newIndex..<same.new.lowerBound, behind: counts, before: same.new.lowerBound)
        edits.append(gap.edit)
        counts += gap.counts
      }
      position += old.counts[oldIndex..<same.old.upperBound].reduce(0) { $0 + Int($1) }
      counts += old.counts[same.old]
      oldIndex = same.old.upperBound
      newIndex = same.new.upperBound
    }
    if oldIndex < old.counts.count || newIndex < tree.blocks.count {
      let gap = edit(
        replacing: old.counts[oldIndex...], at: position, by: newIndex..<tree.blocks.count,
        behind: counts, before: nil)
      edits.append(gap.edit)
      counts += gap.counts
    }
    edits.removeAll { $0.deleteCount == 0 && $0.data.isEmpty }
    let newID = memory.keep(
      SemanticTokensMemory.Entry(blocks: tree.blocks, counts: counts, namesDigest: digest),
      of: path)
    return .edits(resultID: newID, edits)
  }

  /// The edit that replaces the tokens of some blocks, and the first token behind.
  ///
  /// - Parameters:
  ///   - old: the numbers of tokens of the blocks that went.
  ///   - position: the number of tokens before them.
  ///   - new: the blocks that stand there now.
  ///   - counts: the numbers of tokens of all blocks before these.
  ///   - next: the block behind, which has tokens; nil at the end.
  private func edit(
    replacing old: ArraySlice<UInt32>, at position: Int, by new: Range<Int>,
    behind counts: [UInt32], before next: Int?
  ) -> (edit: SemanticTokensDelta.Edit, counts: [UInt32]) {
    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    var tokens: [SemanticToken] = []
    func makeTokens(ofBlock index: Int) {
      tokens.removeAll(keepingCapacity: true)
      analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
    }
    // The last token before, from whose place the next is told.
    if let before = counts.lastIndex(where: { $0 > 0 }) {
      makeTokens(ofBlock: before)
      encoder.add(tokens.suffix(1), ofBlock: before)
      encoder.forgetData()
    }
    var newCounts: [UInt32] = []
    for index in new {
      makeTokens(ofBlock: index)
      encoder.add(tokens[...], ofBlock: index)
      newCounts.append(UInt32(truncatingIfNeeded: tokens.count))
    }
    var deleted = old.reduce(0) { $0 + Int($1) }
    if let next {
      makeTokens(ofBlock: next)
      encoder.add(tokens.prefix(1), ofBlock: next)
      deleted += 1
    }
    return (
      SemanticTokensDelta.Edit(
        start: 5 * position, deleteCount: 5 * deleted, data: encoder.data), newCounts
    )
  }

  private var path: FileID { analysis.files[file].path }
}

/// Writes tokens as LSP's numbers: each token's place is told from the one before.
private struct SemanticTokenEncoder {
  private let tree: SyntaxTree
  private let conversions: Conversions
  /// Five numbers a token.
  private(set) var data = JSONNumbers()
  /// Scratch space: the numbers of a block.
  private var numbers: [UInt32] = []
  /// Where the last token begins.
  private var line = 0
  private var character = 0

  init(_ tree: SyntaxTree, _ conversions: Conversions) {
    self.tree = tree
    self.conversions = conversions
  }

  /// Makes room for so many more bytes of text.
  mutating func reserve(_ count: Int) { data.reserve(count) }

  /// Forgets the numbers, but not where the last token was.
  mutating func forgetData() { data = JSONNumbers() }

  /// Adds tokens of a block, which come behind those added so far.
  mutating func add(_ tokens: ArraySlice<SemanticToken>, ofBlock index: Int) {
    if tokens.isEmpty { return }
    numbers.removeAll(keepingCapacity: true)
    conversions.withPositions(inBlock: index, of: tree) { positions in
      for token in tokens { add(token, &positions) }
    }
    data.append(numbers)
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
